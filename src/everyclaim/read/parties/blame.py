"""Whom somebody holds responsible: suspects by name, the accused and charged, blame and suspicion.

Where it stands: the step `party_claims` yields what is found here as `responsibility` on the ground of an accusation.
A suspect's name often stands far from the act, so these are patterns on characters around the names; they belong to
the act, not to the arrest. A charge counts only where its words tell of violence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from everyclaim.lexicon.actors import find_states
from everyclaim.model import Actor, Claim, Mention, Source
from everyclaim.read.claiming import claim, main_event, said_by
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed, Person, Voice
from everyclaim.read.parties.culpable import event_meant
from everyclaim.read.parties.doers import PLAIN, actor_at, doers_at
from everyclaim.read.parties.standing_for import government_at
from everyclaim.read.syntax import (
    agents,
    children,
    is_passive,
    is_verb,
    objects,
    prepositional,
    sentence_bounds,
    subjects,
    word,
)
from everyclaim.read.tokens import Token

_BLAMED = frozenset(
    "blamed blame blames blaming accused accuse accuses accusing attributed attribute attributes".split()
)
_LINKING = frozenset({"linked", "tied", "ascribed", "traced", "connected"})
_SUSPECTING = frozenset({"suspect", "suspects", "suspected"})
_SUSPECT = (
    r"(?:suspects?|gunman|shooter|attackers?|assailants?|bombers?|perpetrators?|killers?|accused|culprits?|knifeman"
    r"|arsonist|hijackers?|kidnappers?|drivers?|sniper|stabber)"
)
_DESCRIBED = r"(?:(?!(?:and the|after|when|while|over|for|by|as|who|that|in|at)\b)[\w'-]+,? ){0,7}?"
_WAS = r"(?:is|was|were|are|be|being|been|has been|have been|had been|who is|who was|who has been)"
_CHARGED = (
    r"(?:accused|charged|suspected|arrested|convicted|indicted|sentenced|jailed|imprisoned|found guilty|blamed|detained"
    r"|wanted|held|tried|on trial|executed)"
)
_BEFORE = tuple(
    re.compile(pattern + "$", re.IGNORECASE)
    for pattern in (
        (
            rf"\b(?:identif\w+|nam(?:e|ed|es|ing)) (?:the |a |their )?(?:\w+ ){{0,2}}?(?:{_SUSPECT}|him|man)\b"
            rf"[^.;]{{0,40}}? as (?:the )?{_DESCRIBED}"
        ),
        (
            rf"\b(?:{_SUSPECT}|man|him)(?:'s (?:identity|name))?,? [^.;]{{0,70}}?"
            rf"\b(?:identified|named|known|restricted|given)(?: [\w-]+){{0,4}}? (?:as|to) \W?{_DESCRIBED}"
        ),
        rf"\b(?:suspected|believed|thought|presumed|alleged) to be {_DESCRIBED}",
        rf"\b{_SUSPECT}, (?:an?|the) [^.;,]{{0,60}}?\b(?:named|called|identified as) ",
        (
            r"\b(?:man|woman|men|teenager|student|soldier|officer|boy|youth|person|driver) "
            r"(?:accused|suspected|charged|convicted|wanted) (?:of|with|over|for|in) [^.;]{3,90}, "
        ),
        rf"\b{_SUSPECT},? \W?",
        rf"\barrest warrants? (?:issued )?(?:for|against) {_DESCRIBED}",
    )
)
_ANY_BEFORE = re.compile(
    r"(?:\b(?:believed|thought|suspected|presumed|assumed|said|understood|alleged) to (?:be |have been )?"
    r"(?:(?:the )?work of|(?:members|fighters|militants|part|supporters|followers) of|linked to|belong(?:ing)? to"
    r"|carried out by|committed by|fired by|staged by|planted by|from)"
    r"|\bpoint\w* (?:the|a|an accusing|their|its|an) ?(?:accusing )?fingers?(?: of (?:blame|suspicion))? at"
    r"|\b(?:bears?|bore|bearing|has|had|carr\w+) (?:all )?the (?:hallmarks?|marks?|stamp|signature|fingerprints) of"
    r"|\b(?:sees?|saw|seeing|suspects?|suspected) the hands? of|\bat the door(?:step)? of|\bpoint(?:ed|s|ing) at"
    r"|\bsuspicion (?:\w+ ){0,2}(?:on|upon)|\b(?:pinned|laid|pinning|puts?|putting) (?:the )?(?:blame|responsibility) "
    r"(?:squarely )?(?:on|upon)|\bblame for [^.;]{3,60} (?:on|upon)|\bh(?:e|o)ld(?:s|ing)?)"
    r" (?:the |members of the |militants of the )?$",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"h(?:e|o)ld", re.IGNORECASE)
_JOINT = re.compile(r"(?:,? and |, )$")
_BELIEVED = re.compile(r"\b(?:believed|thought|suspected|presumed|said|understood) to be $", re.IGNORECASE)
_RESPONSIBLE = re.compile(r" (?:directly |fully |partly )?(?:responsible|accountable|to blame)\b", re.IGNORECASE)
_AFTER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\W?,? (?:aged )?(?:\d+,? )?(?:(?:the|a|an|one of) )(?:[\w-]+ ){{0,3}}?{_SUSPECT}\b",
        (
            r"\W?,? (?:was|were|is|are|had been|being) (?:\w+ )?"
            r"(?:behind|responsible for|to blame for|responsible|to blame)(?: (?:the|this|these|those|it)\b|(?=[.,;]))"
        ),
    )
)
_COURT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"\W?(?:,[^,.]{{0,60}},)? ?{_WAS} (?:[\w-]+ ){{0,2}}?{_CHARGED}\b(?: [\w-]+){{0,4}}? "
            r"(?:of|with|for|on|over|in|following|after)\b"
        ),
        rf"(?: (?!as\b|that\b|and\b|who\b)[a-z]+)?,? {_CHARGED} (?:of|with|for|over|in)\b",
        r"(?:'s?)? (?:faces|faced|face|was facing|'s charges|charges)\b",
    )
)
_AGAINST = re.compile(r"\b(?:charg\w+|case|indictment|accusations?|allegations?)\b[^.;]{0,60} against $", re.IGNORECASE)
_ARRESTED = re.compile(
    rf"\b(?:arrested|detained|charged|indicted|convicted|sentenced|jailed|tried|suspect|accuse) {_DESCRIBED}$",
    re.IGNORECASE,
)
_HE_IS = re.compile(r"\b(?:He|She) (?:was|is|has been|had been) (?:\w+ ){0,2}?(?:identified|named)(?: \w+){0,3}? as $")
_CRIME = re.compile(
    r"\b(?:murder|manslaughter|homicide|terroris|attack|bomb|shoot|stabb|kill|massacre|kidnap|abduct|arson|detonat|explo"
    r"|assassinat|shelling|strike|raid|slaying|assault|death)\w*",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:victims?|dead|deceased|body|bodies|slain|killed|wounded|injured)\b[^.;]{0,60}$", re.IGNORECASE
)
_LOOK = 110
"""Characters before a name within which the word for a suspect may stand: a clause with age and origin."""
_BY_NAME = frozenset({"named as the suspect", "called the suspect", "named as who did it"})
"""Suspects whose side the words beside them do not tell: "police named the driver as Jan Novak"."""


def find_blame(draft: Draft) -> Iterator[Claim]:
    """Find who is blamed, accused, charged or suspected of an act."""
    yield from _blamed(draft)
    yield from _linked(draft)
    named: list[Mention[Person] | Mention[Actor]] = [*draft.found(Person), *draft.found(Actor), *_bare_states(draft)]
    reasons: dict[int, tuple[int, str]] = {}
    for name in sorted(named, key=lambda each: each.span.start):
        reason = _suspected(draft, name) or _listed(draft, name, reasons)
        if reason is None:
            continue
        reasons[name.span.end] = reason
        event = _not_their_end(draft, event_meant(draft, reason[0]))
        if event is not None:
            code = None if reason[1] in _BY_NAME else name.meaning.code
            actor = Actor(name.meaning.name, code, "accusation", "suspected")
            value = draft.mention(name.span.start, name.span.end, actor)
            yield claim(draft, "responsibility", value, (event.meaning.id,), (0.8, reason[1]))


def _listed(
    draft: Draft, name: Mention[Person] | Mention[Actor], reasons: dict[int, tuple[int, str]]
) -> tuple[int, str] | None:
    """The reason of the suspect named right before in one list: "the suspects, A, B and C"."""
    if not isinstance(name.meaning, Person):
        return None
    before = draft.text[max(0, name.span.start - len(" , and ")) : name.span.start]
    joint = _JOINT.search(before)
    return reasons.get(name.span.start - len(joint[0])) if joint else None


def _not_their_end(draft: Draft, event: Mention[Event] | None) -> Mention[Event] | None:
    """The news where the act told is what became of the attacker ("the attacker, Jan Novak, was shot by police")."""
    heads = {each.head for each in event.meaning.tellings} if event is not None else set()
    ends = any(
        word(draft.doc[index]) in PLAIN
        for deed in draft.found(Deed)
        if deed.meaning.head in heads
        for index in deed.meaning.patients
    )
    return main_event(draft) if ends else event


def _bare_states(draft: Draft) -> Iterator[Mention[Actor]]:
    """States by name that the step `actors` left as places: "Iran was behind the attack"."""
    taken = {each.span.start for each in draft.found(Actor)}
    for hit in find_states(draft.text):
        believed = hit.people and _BELIEVED.search(draft.text, max(0, hit.start - _LOOK), hit.start)
        if hit.start not in taken and (believed or not hit.people):
            sector = "MIL" if believed else "GOV"
            yield draft.mention(hit.start, hit.end, Actor(hit.state.name, f"{hit.state.alpha3}:{sector}"))


def _suspected(draft: Draft, name: Mention[Person] | Mention[Actor]) -> tuple[int, str] | None:
    """Where the act is told of which somebody is suspected, and the words that say so; None where nobody says so."""
    first, last = sentence_bounds(draft.doc, name.span.start)
    before = draft.text[max(first, name.span.start - _LOOK) : name.span.start]
    after = draft.text[name.span.end : last]
    if isinstance(name.meaning, Person) and (named := _named_suspect(draft, name, before, after)) is not None:
        return named if named[1] else None
    if (found := _ANY_BEFORE.search(before)) is not None and _is_blame(found[0], after):
        return name.span.start, "suspected"
    if _BELIEVED.search(before) and not isinstance(name.meaning, Person):
        return name.span.end, "believed to be"
    if (found := _AFTER[1].match(after)) is not None:
        return name.span.end + found.end(), "behind it"
    for each in _COURT:
        if (found := each.match(after)) is not None and _CRIME.search(after, found.end()):
            return name.span.end + found.end(), "accused or charged"
    return None


def _named_suspect(
    draft: Draft, name: Mention[Person] | Mention[Actor], before: str, after: str
) -> tuple[int, str] | None:
    """A person called the suspect; without a word for it where another's harm is told, None where nothing is."""
    if (found := next((m for each in _BEFORE if (m := each.search(before))), None)) is not None:
        between = draft.found_in(Person, name.span.start - len(found[0]), name.span.start)
        return name.span.start, "" if between or _HARMED.search(found[0]) else "named as the suspect"
    if (found := _AFTER[0].match(after)) is not None:
        return name.span.end, "called the suspect"
    if _HE_IS.search(before) and _is_of_doer(draft, name.span.start):
        return name.span.start, "named as who did it"
    if (_AGAINST.search(before) and _CRIME.search(before)) or (_ARRESTED.search(before) and _CRIME.search(after)):
        return name.span.start, "charged"
    return None


def _is_of_doer(draft: Draft, start: int) -> bool:
    """Whether the sentence before tells of somebody who acted alone, whom "he" stands for, and not of who suffered."""
    sentence = draft.phrase(start, start + 1)[0].sent
    if sentence.start == 0:
        return False
    earlier = draft.doc[sentence.start - 1].sent
    heads = {each.meaning.head for each in draft.found(Deed)} | {each.meaning.trigger for each in draft.found(Harmed)}
    acting = [token for token in earlier if token.i in heads and is_verb(token) and not is_passive(token)]
    return any(each.tag_ == "NN" for verb in acting for each in agents(verb))


def _is_blame(words: str, after: str) -> bool:
    """Whether words before a name blame it; "held" needs to be told for what ("held the army responsible")."""
    return _HOLDS.match(words) is None or bool(_RESPONSIBLE.match(after))


def _blamed_at(draft: Draft, head: Token) -> list[Mention[Actor]]:
    """Who is blamed by a noun phrase; a government may go by its capital."""
    seat = government_at(draft, head)
    return doers_at(draft, head) or ([] if seat is None else [seat])


def _linked(draft: Draft) -> Iterator[Claim]:
    """As in "a blast linked to X", "gunmen tied to X": who is brought into connection with act or attackers."""
    doing = {each.meaning.head for each in draft.found(Deed)}
    doing |= {index for each in draft.found(Deed) for index in each.meaning.agents}
    for verb in draft.doc:
        if word(verb) not in _LINKING or verb.tag_ != "VBN":
            continue
        noun = verb.head if verb.dep_ in {"acl", "relcl"} else next(children(verb, "nsubjpass"), verb)
        event = event_meant(draft, noun.idx) if noun.i in doing else None
        for actor in (each for head in prepositional(verb, "to", "with") for each in _blamed_at(draft, head)):
            if event is not None:
                value = replace(actor, meaning=replace(actor.meaning, basis="accusation", certainty="suspected"))
                yield claim(draft, "responsibility", value, (event.meaning.id,), (0.75, word(verb)))


def _blamed(draft: Draft) -> Iterator[Claim]:
    """As in "blamed X", "accused X of", "blamed it on X", "attributed to X": the blamer is the voice."""
    for token in draft.doc:
        suspects = word(token) in _SUSPECTING and token.tag_ not in {"VBN", "NN", "NNS"} and not is_passive(token)
        if not is_verb(token) or (word(token) not in _BLAMED and not suspects):
            continue
        blamed = subjects(token) if is_passive(token) else objects(token)
        event = event_meant(draft, token.idx)
        if event is None:
            continue
        speakers = tuple(
            draft.mention(s.span.start, s.span.end, Source(s.meaning.name, s.meaning.code))
            for s in (actor_at(draft, who) for who in agents(token))
            if s is not None
        )
        for actor in (
            each for head in (*blamed, *prepositional(token, "on", "to")) for each in _blamed_at(draft, head)
        ):
            value = replace(actor, meaning=replace(actor.meaning, basis="accusation", certainty="suspected"))
            bare = claim(draft, "responsibility", value, (event.meaning.id,), (0.8, word(token)))
            yield said_by(bare, Voice(speakers, (), draft.span(token.idx, token.idx + len(token)), "non_factive"))
