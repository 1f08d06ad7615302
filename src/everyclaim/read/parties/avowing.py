"""Who tells of the own deed in other words than a claim of responsibility: "said its men had planted it".

Where it stands: `read/parties/owning.py` joins what is found here to the claims of responsibility. A negated avowal
("they were not behind it") is a denial.
"""

from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.model import Actor, Basis, Claim, Mention, Mode, Source
from everyclaim.read.claiming import claim, event_of, said_by
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed, Quotation, Voice
from everyclaim.read.parties.culpable import event_meant
from everyclaim.read.parties.disclaiming import keeps_out
from everyclaim.read.parties.doers import doers_at
from everyclaim.read.parties.standing_for import FORCES, OF_OWN, only_tells, spoken_for
from everyclaim.read.syntax import agents, children, is_passive, is_verb, prepositional, subjects, word
from everyclaim.read.tokens import Token
from everyclaim.read.voicing import stance_over, voice_over

OF_ONE = frozenset({"it", "we", "they", "he", "she", "i"})
_GROUPS = frozenset({"militants", "rebels", "group", "fighters", "insurgents", "movement", "guerrillas", "militia"})
"""Nouns by which a report calls the group that speaks ("a spokesman said the militants carried it out")."""
_OF_GROUPS = frozenset({"REB", "MLT", "PRM", "UAF"})
_DONE = frozenset(
    "carried planted conducted staged launched executed detonated targeted struck fired bombed attacked shot killed "
    "ambushed hit laid placed seized destroyed mounted set organised organized orchestrated "
    "masterminded ordered".split()
)
"""Verbs of doing an act, in the forms in which one tells of the past."""
_DOING = frozenset({"did", "done"})
_WORK = frozenset("work job deed attack operation bombing strike raid ambush shooting killing it this".split())
_SOME = frozenset("one two three four some several all most both each member members fighter".split())
_CONFESSING = frozenset(
    "admitted admits admitting acknowledged acknowledges confessed confesses boasted boasts confirmed confirms "
    "conceded".split()
)
_TAKING = frozenset({"claimed", "taken", "accepted", "admitted", "assumed", "acknowledged"})
_STRIKING = frozenset("strike struck hit target targeted bomb bombed destroy destroyed attack attacked".split())
_STRIKES = frozenset({"air_strike", "drone_strike", "shelling", "air_or_artillery_unclear", "attack_unclear"})
_NOT_YET = frozenset({"will", "would", "could", "may", "might", "should", "to"})
_NEGATED = frozenset({"not", "n't", "never"})


class _Avowal(NamedTuple):
    """Who avows what, where: the words from `start` to `end` are the avowal's."""

    source: Source
    at: tuple[int, int]
    start: int
    end: int
    basis: Basis
    event: Mention[Event]


def find_avowed(draft: Draft) -> Iterator[Claim]:
    """Find those who tell of their own deed."""
    for avowal in (*_told(draft), *_confessed(draft), *_taken(draft)):
        source = draft.mention(*avowal.at, avowal.source)
        actor = spoken_for(draft, avowal.source, avowal.basis)
        value = draft.mention(avowal.start, avowal.end, actor)
        bare = claim(draft, "responsibility", value, (avowal.event.meaning.id,), (0.85, "tells of its own act"))
        mode: Mode = "denying" if avowal.basis == "denial" else "non_factive"
        yield said_by(bare, Voice((source,), (), draft.span(*avowal.at), mode))
    yield from _released(draft)


def _told(draft: Draft) -> Iterator[_Avowal]:
    """In somebody's words: "said that its fighters had planted it", "said they were not behind the attack"."""
    for voice in draft.found(Voice):
        sources = voice.meaning.sources
        if len(sources) != 1 or voice.meaning.mode in {"denying", "silent"} or only_tells(sources[0].meaning.code):
            continue
        for verb in draft.phrase(voice.span.start, voice.span.end):
            basis = _stands_to(draft, verb)
            if basis is None or not any(_is_self(draft, each, sources[0].meaning) for each in subjects(verb)):
                continue
            event = event_meant(draft, verb.idx)
            rejected = basis == "self_claim" and stance_over(draft, verb.idx, verb.idx + 1).standing == "denied"
            if event is not None and not rejected:
                at = sources[0].span.start, sources[0].span.end
                yield _Avowal(sources[0].meaning, at, verb.idx, verb.idx + len(verb), basis, event)


def _stands_to(draft: Draft, verb: Token) -> Basis | None:
    """Whether a verb of the speaker's own says that the speaker did it, or did not."""
    if keeps_out(verb) or (_is_negated(verb) and (_avows(verb) or _did_not(draft, verb))):
        return "denial"
    return "self_claim" if _avows(verb) and not _is_negated(verb) else None


def _did_not(draft: Draft, verb: Token) -> bool:
    """Whether an act or a harm is told under "did not": "its forces did not shoot the clerk"."""
    told = {each.meaning.head for each in draft.found(Deed)} | {each.meaning.trigger for each in draft.found(Harmed)}
    return verb.i in told and not is_passive(verb)


def _avows(verb: Token) -> bool:
    if not is_verb(verb) or is_passive(verb):
        return False
    if word(verb) in _DOING:
        return any(word(each) in _WORK for each in children(verb, "dobj"))
    if word(verb) in {"was", "were", "is", "are", "be", "been"}:
        behind = any(word(each) == "behind" for each in children(verb, "prep"))
        return behind or any(word(each) == "responsible" for each in children(verb, "acomp"))
    real = not any(
        word(each) in {"will", "would", "could", "may", "might", "should", "to"} for each in children(verb, "aux")
    )
    return word(verb) in _DONE and verb.tag_ in {"VBD", "VBN"} and real


def _is_negated(verb: Token) -> bool:
    return any(word(each) in _NEGATED for each in verb.children)


def _is_self(draft: Draft, subject: Token, source: Source) -> bool:
    """Whether the subject is the speaker: a pronoun, its forces, or the noun for a group that speaks."""
    if word(subject) in OF_ONE:
        return bool(source.code) or _is_actor(draft, source)
    one_of = (subject, *prepositional(subject, "of")) if word(subject) in _SOME else (subject,)
    if any(word(one) in FORCES and any(word(each) in OF_OWN for each in children(one, "poss")) for one in one_of):
        return True
    sector = (source.code or "").split(":")[1:2]
    definite = any(word(each) == "the" for each in children(subject, "det"))
    return definite and word(subject) in _GROUPS and not _OF_GROUPS.isdisjoint(sector)


def _is_actor(draft: Draft, source: Source) -> bool:
    return any(each.meaning.name == source.name for each in draft.found(Actor))


def _confessed(draft: Draft) -> Iterator[_Avowal]:
    """Confessed in a verbal noun: "admitted shooting two clerks", "confessed to killing them"."""
    heads = {each.meaning.head for each in draft.found(Deed)} | {each.meaning.trigger for each in draft.found(Harmed)}
    for verb in (draft.doc[index] for index in sorted(heads)):
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.tag_ != "VBG" or word(above) not in _CONFESSING or not is_verb(above) or _is_negated(above):
            continue
        event = event_of(draft, verb.i)
        for actor in (each for subject in subjects(above) for each in doers_at(draft, subject)):
            if event is not None:
                yield _own_claim(actor, above.idx, verb.idx + len(verb), event)


def _taken(draft: Draft) -> Iterator[_Avowal]:
    """Told in the passive: "responsibility for the attack was claimed by the Front"."""
    for noun in draft.doc:
        verb = noun.head
        if word(noun) != "responsibility" or noun.dep_ != "nsubjpass" or word(verb) not in _TAKING or _is_negated(verb):
            continue
        event = event_meant(draft, noun.idx)
        for actor in (each for head in agents(verb) for each in doers_at(draft, head)):
            if event is not None:
                yield _own_claim(actor, noun.idx, verb.idx + len(verb), event)


def _own_claim(actor: Mention[Actor], start: int, end: int, event: Mention[Event]) -> _Avowal:
    own = Source(actor.meaning.name, actor.meaning.code)
    return _Avowal(own, (actor.span.start, actor.span.end), start, end, "self_claim", event)


def _released(draft: Draft) -> Iterator[Claim]:
    """In a side's own release or its spokesman's words: "we will continue to strike" beside the strikes it tells of."""
    sides = {side for verb in draft.doc if word(verb) in _STRIKING for side in _sides_of_us(draft, verb)}
    for deed in draft.found(Deed) if sides else ():
        event = event_of(draft, deed.meaning.head)
        told = event is not None and event.meaning.modality == "happened" and deed.meaning.type in _STRIKES
        if event is None or not told or voice_over(draft, deed.span.start, deed.span.end):
            continue
        for actor in (each for index in deed.meaning.agents for each in doers_at(draft, draft.doc[index])):
            code = actor.meaning.code or ""
            if code.split(":")[1:2] == ["MIL"] and (code in sides or "" in sides):
                meaning = Actor(actor.meaning.name, code, "self_claim")
                value = draft.mention(actor.span.start, actor.span.end, meaning)
                yield claim(draft, "responsibility", value, (event.meaning.id,), (0.7, "told in the first person"))


def _sides_of_us(draft: Draft, verb: Token) -> Iterator[str]:
    """For which side "we" strike: the speaker's code, or none named in the report's own words outside quotations."""
    if not is_verb(verb) or not any(word(each) == "we" for each in subjects(verb)):
        return
    voices = voice_over(draft, verb.idx, verb.idx + len(verb))
    quoted = any(each.span.start <= verb.idx < each.span.end for each in draft.found(Quotation))
    if not voices and not quoted:
        yield ""
    yield from (source.meaning.code for each in voices for source in each.meaning.sources if source.meaning.code)
