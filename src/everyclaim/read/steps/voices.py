"""Who says what: the voices of a report, each over the words that it says.

A voice's span is what is said. Direct, indirect and mixed quotation are read, with the clause of saying before, after
or inside it, or turned round; sources after "according to", "citing" and "quoted by"; quotes set off as blocks;
claims and reports as nouns. A voice within a voice is a chain: whoever is said to know it speaks, the others carry it
(codebook, 13.2). What nobody in particular is said to say ("is believed to") has no source and is hedged.
"""

from collections.abc import Iterator

from everyclaim.model import Actor, Mention, Mode
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person, Voice
from everyclaim.read.step import step
from everyclaim.read.syntax import children, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.attribution import carriers_of, find_attributions, with_citations
from everyclaim.read.voices.channels import channel_of
from everyclaim.read.voices.media_voices import STATEMENTS, VIDEOS, makers_of, video_before
from everyclaim.read.voices.quoted_speech import find_quoted, is_verbatim, widen
from everyclaim.read.voices.reported_speech import find_sayings
from everyclaim.read.voices.saying import Saying, speakers_of
from everyclaim.read.voices.speakers import Speakers, is_first_person, recipients
from everyclaim.read.voices.speech_cues import find_cues, find_silences
from everyclaim.read.voices.voice_chains import Spoken, chain

EXAMPLES = """
The mayor said [ten people died](mode=neutral, verbatim=False).
"[We lost everything](verbatim=True)," said Ana Ruiz.
[Ten people died](mode=neutral), according to the hospital.
The rebels claimed [ten soldiers had been killed](mode=non_factive).
The army denied that [its shells killed anyone](mode=denying).
[Ten people were said to have died](mode=hedged).
The army has not confirmed that [ten people died](mode=silent).
The Red Guard claimed [responsibility for the blast](mode=non_factive).
The spokesman told state television that [two men died](channel=television).
In claimed raids which killed 17 people the army lost a jet.
A shell killed ten people.
"""

_REFUSING = frozenset({"declined", "refused", "failed", "decline", "declines", "refuses"})


@step(needs=("actors", "blocks", "persons", "quotations"))
def voices(draft: Draft) -> Iterator[Mention[Voice]]:
    """Find the voices of a report, the outer before the inner."""
    cues = sorted(find_cues(draft), key=lambda cue: cue.start)
    verbs = frozenset(cue.token.i for cue in cues)
    sayings = [*find_sayings(draft, cues), *find_attributions(draft, verbs)]
    sayings = find_quoted(draft, cues, list(widen(draft, with_citations(draft, sayings))))
    sayings += _silences(draft, sayings)
    sayings = [each for each in sayings if each.content[0] < each.content[1]]
    speakers = Speakers(draft, draft.found(Person), draft.found(Actor))
    spoken = [_named(speakers, each) for each in sorted(sayings, key=lambda s: (s.cue[0], s.content[0]))]
    for each in chain(spoken):
        if not each.sources and each.saying.speakers and _mode(each.saying) != "silent":
            continue  # "we" outside any quotation: the report's own voice
        start, end = each.saying.content
        yield draft.mention(
            start,
            end,
            Voice(
                each.sources,
                each.via,
                draft.span(*each.saying.cue),
                _mode(each.saying),
                is_verbatim(draft, start, end),
                channel_of(draft, each.saying) or ("video" if _on_video(each) else None),
            ),
        )


def _silences(draft: Draft, sayings: list[Saying]) -> Iterator[Saying]:
    """Who takes no position: "the army declined to comment", "no group has claimed the attack"."""
    for start, end in find_silences(draft):
        verb = next((t for t in draft.phrase(start, end) if t.tag_.startswith("VB")), None)
        while verb is not None and verb.dep_ in {"aux", "auxpass"}:
            verb = verb.head
        if verb is not None and not any(saying.verb is not None and saying.verb.i == verb.i for saying in sayings):
            speakers = () if draft.text[start : start + 2].lower() == "no" else speakers_of(verb)
            yield Saying((start, end), speakers, (start, end), "silent", verb=verb)


def _named(speakers: Speakers, saying: Saying) -> Spoken:
    """Name a saying's sources and carriers."""
    heads: list[Token] = []
    carriers: list[Token] = []
    for head in saying.speakers:
        known, carried = carriers_of(head)
        heads += known
        carriers += carried
    told = [each for each in recipients(saying.carriers) if not speakers.is_own_outlet(each)]
    carriers += saying.carriers if saying.lemma == "cite" else told
    heads = [head for head in heads if word(head.left_edge) not in {"no", "nobody", "none"}]
    if len(heads) == 1 and word(heads[0]) in VIDEOS | STATEMENTS:
        return _made(speakers, saying, heads[0], carriers)
    if heads and all(is_first_person(head) for head in heads):
        return Spoken(saying, (), (), first_person=True)
    carriers += [video for head in heads if (video := video_before(speakers.draft, head)) is not None]
    sources = speakers.name(heads, saying.cue[0])
    return Spoken(saying, sources, speakers.name(carriers))


def _made(speakers: Speakers, saying: Saying, item: Token, carriers: list[Token]) -> Spoken:
    """A video or statement says it: its maker speaks, else whoever spoke last, else the item itself."""
    makers = makers_of(item)
    sources = speakers.name(makers) if makers else speakers.last(item.idx)
    if not sources:
        return Spoken(saying, speakers.name([item], saying.cue[0]), speakers.name(carriers))
    items = [item, *carriers] if word(item) in VIDEOS else carriers
    return Spoken(saying, sources, speakers.name(items, saying.cue[0]))


def _on_video(spoken: Spoken) -> bool:
    return any(set(each.span.quote.lower().split()) & VIDEOS for each in spoken.via)


def _mode(saying: Saying) -> Mode:
    """A negated clause of saying takes no position: "has not confirmed", "declined to say", "no group has claimed"."""
    verb = saying.verb
    if verb is None:
        return saying.mode
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    negated = any(children(verb, "neg")) or (word(above) in _REFUSING and above.i != verb.i)
    nobody = any(word(each.left_edge) == "no" for each in saying.speakers)
    return "silent" if negated or nobody else saying.mode
