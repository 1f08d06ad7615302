"""What was said, as saying: statements verbatim, threats, vows, promises, measures, mourning, announcements.

Speech acts and measures are claims, never happenings. A block quote and a quoted sentence are verbatim; a duration
("seven days of mourning") stays a duration.
"""

from collections.abc import Iterator
from dataclasses import replace

from everyclaim.model import Act, Actor, Claim, Mention, Modality, Source, Speech
from everyclaim.read.claiming import claim, events_near, said_by
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Duration, Person, Quotation, Voice
from everyclaim.read.parties.doers import actor_at
from everyclaim.read.step import step
from everyclaim.read.syntax import agents, is_verb, sentence_bounds, word
from everyclaim.read.tokens import Token

EXAMPLES = """
The minister said: "[We will rebuild the bridge.](field=statement, act=statement, verbatim=True)"
The governor declared [three days of mourning](field=statement, act=mourning, duration=P3D).
The rain stopped.
"""
_ACTS: dict[str, Act] = {"threat": "threat", "mourning": "mourning", "condemnation": "condemnation", "denial": "denial"}
_PERFORMING: dict[Act, str] = {
    "vow": "vow vows vowed vowing swear swore sworn",
    "promise": "promise promises promised promising",
    "threat": "threaten threatens threatened threatening warn warns warned warning",
    "announcement": "announce announces announced announcing",
    "request": "urge urges urged urging demand demands demanded demanding",
    "appeal": "appeal appeals appealed appealing",
    "accusation": "accuse accuses accused accusing blame blames blamed blaming",
    "condemnation": "condemn condemns condemned condemning denounce denounced",
    "denial": "deny denies denied denying",
}
_VERBS: dict[str, Act] = {verb: act for act, verbs in _PERFORMING.items() for verb in verbs.split()}
"""Verbs that do what they say."""

_MODALITIES: dict[str, Modality] = {
    "threat": "threatened",
    "vow": "threatened",
    "promise": "threatened",
    "request": "requested",
    "appeal": "requested",
}
LONGEST_REASON = 160
"""Words that give a reason are one sentence of this length; a longer statement says more than why."""

_MEASURES = frozenset({"ban", "curfew", "sanctions", "emergency", "mobilisation", "closure", "restrictions", "martial"})
_IMPOSING = frozenset(
    "imposed imposing tightened tightening declared declaring ordered ordering included banned introduced announced "
    "extended".split()
)


@step(needs=("voices", "stances", "quotations", "events", "persons", "actors", "dates", "party_claims"))
def statement_claims(draft: Draft) -> Iterator[Claim]:
    """What was said, as saying."""
    taken: list[tuple[int, int]] = []
    for each in (*_acts(draft), *_measures(draft)):
        span = (each.value.span.start, each.value.span.end)
        if span not in taken:
            taken.append(span)
            yield each
    for each in _voiced(draft):
        start = each.cue.start if each.cue is not None else each.value.span.start
        if not any(first <= start < last for first, last in taken):
            yield each


def _voiced(draft: Draft) -> Iterator[Claim]:
    """Everything that a named voice is told to have said."""
    for voice in draft.found(Voice):
        if not voice.meaning.sources or voice.meaning.mode == "silent":
            continue
        start, end = voice.span.start, voice.span.end
        act = _act(draft, voice)
        durations = draft.found_in(Duration, start, end)
        speech = Speech(
            act,
            voice.meaning.verbatim or _mostly_quoted(draft, voice),
            voice.meaning.channel,
            _language(draft, voice),
            durations[0].meaning.iso if durations and act == "mourning" else None,
        )
        told = [event.meaning.id for event, telling in events_near(draft, start) if start <= telling.start < end]
        cue = voice.meaning.cue
        if act in _MODALITIES and cue is not None and 0 <= start - cue.end <= 1:
            start = cue.start
        bare = claim(draft, "statement", draft.mention(start, end, speech), tuple(told[:1]), (0.85, "reported speech"))
        made = said_by(bare, voice.meaning)
        yield replace(made, modality=_MODALITIES.get(act, made.modality))


def _act(draft: Draft, voice: Mention[Voice]) -> Act:
    """What the words do: by the verb that performs it, else by what they speak of."""
    start, end = voice.span.start, voice.span.end
    cue = voice.meaning.cue
    verb = next((each for each in (cue.quote.lower().split() if cue else ()) if each in _VERBS), None)
    if verb is not None:
        return _VERBS[verb]
    if any(hit.entry.category == "mourning" and start <= hit.start < end for hit in draft.words("acts")):
        return "mourning"
    reasons = (hit.start for hit in draft.words("links") if hit.entry.category == "revenge_for")
    if end - start <= LONGEST_REASON and any(start <= reason < end for reason in reasons):
        return "justification"
    return "statement"


def _mostly_quoted(draft: Draft, voice: Mention[Voice]) -> bool:
    quoted = sum(
        q.span.end - q.span.start
        for q in draft.found_in(Quotation, voice.span.start, voice.span.end)
        if q.meaning.kind != "scare"
    )
    return quoted * 2 > voice.span.end - voice.span.start


def _language(draft: Draft, voice: Mention[Voice]) -> str | None:
    """The language named in the sentence of the words: "speaking in English"."""
    start, end = sentence_bounds(draft.doc, voice.span.start)
    named = {
        "English": "en",
        "Arabic": "ar",
        "French": "fr",
        "Russian": "ru",
        "Ukrainian": "uk",
        "Hebrew": "he",
        "Spanish": "es",
        "Turkish": "tr",
        "Kurdish": "ku",
        "Persian": "fa",
        "Pashto": "ps",
        "Hausa": "ha",
        "Swahili": "sw",
        "Somali": "so",
    }
    outside = draft.text[start : voice.span.start] + draft.text[voice.span.end : end]
    return next((code for name, code in named.items() if f"in {name}" in outside), None)


def _acts(draft: Draft) -> Iterator[Claim]:
    """Threats, vows, promises, mourning, condemnation: by the verb that performs them."""
    for hit in draft.words("acts"):
        act = _ACTS.get(hit.entry.category)
        verb = draft.phrase(hit.start, hit.end).root
        if act is None or not is_verb(verb):
            continue
        yield from _spoken(draft, verb, _VERBS.get(word(verb), act), (hit.start, hit.end))
    for token in draft.doc:
        if word(token) in _VERBS and is_verb(token):
            yield from _spoken(draft, token, _VERBS[word(token)], (token.idx, token.idx + len(token)))


def _spoken(draft: Draft, verb: Token, act: Act, words: tuple[int, int]) -> Iterator[Claim]:
    speakers = [each for each in (_speaker(draft, who) for who in agents(verb)) if each is not None]
    if not speakers:
        return
    start, end = words[0], max(words[1], _right(verb))
    durations = draft.found_in(Duration, start, end)
    speech = Speech(act, duration=durations[0].meaning.iso if durations else None)
    about = tuple(dict.fromkeys(e.meaning.id for e, t in events_near(draft, start) if start <= t.start < end))[:1]
    bare = claim(
        draft, "statement", draft.mention(start, end, speech), about, (0.85, draft.text[slice(*words)].lower())
    )
    voice = Voice(tuple(speakers), (), draft.span(*words), "neutral")
    yield replace(said_by(bare, voice), modality=_MODALITIES.get(act, bare.modality))


def _right(verb: Token) -> int:
    """How far what is performed reaches: to the first comma or the end of its clause."""
    last = verb
    for token in verb.subtree:
        if token.i <= verb.i:
            continue
        if token.is_punct and token.text in {",", ";", ".", ":"}:
            break
        last = token
    return int(last.idx + len(last))


def _speaker(draft: Draft, head: Token) -> Mention[Source] | None:
    for person in draft.found(Person):
        if person.span.start <= head.idx < person.span.end:
            return draft.mention(person.span.start, person.span.end, Source(person.meaning.name, person.meaning.code))
    actor: Mention[Actor] | None = actor_at(draft, head)
    if actor is None:
        return None
    return draft.mention(actor.span.start, actor.span.end, Source(actor.meaning.name, actor.meaning.code))


def _measures(draft: Draft) -> Iterator[Claim]:
    """Bans, curfews and the like, by the noun beside a verb that imposes them."""
    for token in draft.doc:
        if word(token) not in _MEASURES or token.dep_ not in {"dobj", "pobj", "nsubjpass", "conj"}:
            continue
        verb = next((each for each in token.ancestors if word(each) in _IMPOSING), None)
        if verb is not None:
            end = _right(token)
            start = (
                min(verb.idx, token.left_edge.idx) if verb.i < token.i and token.i - verb.i < 8 else token.left_edge.idx
            )
            value = draft.mention(start, max(end, token.idx + len(token)), Speech("measure"))
            yield claim(draft, "statement", value, (), (0.7, f"a measure: {word(token)}"))
