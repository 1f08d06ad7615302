"""Acts of violence and their roles: who acts, on whom, with what, as the verb or the noun says.

A word that fits several types ("hit", "strike", "attack") takes the type of the means named nearest: jets make an air
strike, mortars shelling, a drone a drone strike. Without a means it takes what the rest of the report uses the word
for, else it stays an attack whose means is unknown.
"""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from everyclaim.lexicon.words import Hit
from everyclaim.model import Actor, EventType, Mention, Place
from everyclaim.read.aims import is_target
from everyclaim.read.doers import who_acts
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Person
from everyclaim.read.reality import find_means, in_conflict
from everyclaim.read.step import step
from everyclaim.read.syntax import (
    agents,
    children,
    clause_bounds,
    clause_of,
    is_noun,
    is_passive,
    is_verb,
    patients,
    prepositional,
    sentence_bounds,
    word,
)
from everyclaim.read.tokens import Token
from everyclaim.read.unexploded import is_thing
from everyclaim.text.choice import best

EXAMPLES = """
Government jets [bombed](type=air_strike) the market.
Mortars [hit](type=shelling) the village at noon.
A [roadside bomb](type=ied_mine_uxo) [went off](type=ied_mine_uxo) beside the bus.
Gunmen [abducted](type=abduction) two engineers.
[Air strikes](type=air_strike, nominal=True) on the port went on.
Troops found a roadside bomb near the bridge.
Planes [bombed](type=air_strike) a port. Two ammunition depots were [hit](type=air_strike).
Three [car bombs](type=ied_mine_uxo) [exploded](type=ied_mine_uxo). The [blasts](type=ied_mine_uxo) [hit](type=ied_mine_uxo) a petrol station.
Police [captured](type=arrest) a cell with ties to rebels in Aleppo.
Rebels [captured](type=territory_taken) parts of Aleppo.
The unions began a [hunger strike](type=protest, nominal=True).
The council voted on the budget.
"""

BORROWED = 4
"""This many words of sport, film or finance, and more than of harm, make a report theirs. An attack on a stadium
names the match once or twice and its dead often."""

SPEECH = frozenset({"threat", "pledge_of_allegiance", "responsibility_claim", "denial", "condemnation", "mourning"})
OPEN: frozenset[EventType] = frozenset({"armed_attack", "attack_unclear", "ground_clash"})
"""Types that say little: a finer one in the same clause is preferred."""

_ARMED = frozenset(
    {"gunmen", "gunman", "attackers", "attacker", "assailants", "militants", "fighters", "rebels", "insurgents", "men"}
)


_HELD = frozenset("hostage hostages captive captives detainee detainees prisoner prisoners abductee abductees".split())
"""Nouns for people to whom it was done before: they tell no act of their own."""

_CELLS = frozenset("cell cells gang gangs ring rings".split())
"""Nouns for people who are seized together."""

_STRUCK = frozenset("strike strikes struck striking".split())
_NOMINAL = frozenset("nsubj nsubjpass dobj pobj conj attr ROOT appos".split())
_POLICE = frozenset(
    "police policemen officers authorities army troops soldiers force forces military government commandos patrol guards "
    "gendarmes marines coalition".split()
)
_STATE, _NO_STATE = frozenset({"MIL", "COP", "GOV", "SPY", "JUD"}), frozenset({"REB", "MLT", "UAF", "CRM", "PRM"})
"""Sectors of an actor's code (codebook, 5.2): who arrests, and who abducts."""
_LIGHT = frozenset(
    "carried carry carries carrying conducted conduct conducts launched launch launches launching staged stage mounted "
    "mount made executed execute performed began begun ordered claimed ran committed commit perpetrated perpetrate "
    "masterminded orchestrated".split()
)
"""Verbs that lend their subject to the act that is their object ("carried out strikes")."""

_SUFFERED = frozenset(
    "killing killings murder murders assassination execution executions abduction abductions kidnapping kidnappings capture "
    "arrest arrests detention slaying death deaths displacement disappearance stabbing".split()
)
"""Nouns whose owner is who suffers it ("the mayor's murder"); the owner of any other did it ("the Front's attack")."""


@step(needs=("quantities", "blocks", "actors", "places", "persons"))
def deeds(draft: Draft) -> Iterator[Mention[Deed]]:
    """Acts of violence and their roles."""
    if _is_elsewhere(draft):
        return
    by_place: dict[tuple[int, int], list[Hit]] = {}
    for hit in draft.words("acts"):
        if hit.entry.category not in SPEECH:
            by_place.setdefault((hit.start, hit.end), []).append(hit)
    told = _told(draft, list(by_place.values()))
    nominal: dict[int, EventType] = {}
    for (start, end), hits in by_place.items():
        head = draft.head(start, end)
        tells = not (_is_natural(draft, head) or is_thing(draft, head) or is_target(head))
        fitting = [hit for hit in hits if _fits(hit, head)] if tells else []
        if fitting and (_is_strong(fitting) or _is_backed(draft, head)):
            kind = nominal.get(_doer(head)) or _type(draft, head, fitting, told)
            if kind is not None:
                if not is_verb(head):
                    nominal[head.i] = kind
                yield draft.mention(start, end, _deed(head, kind, fitting[0]))


def _is_natural(draft: Draft, head: Token) -> bool:
    """Whether a storm, a quake or a court does it: "the typhoon struck", "the court struck down the law"."""
    if (
        is_verb(head)
        and any(word(each) == "down" for each in children(head, "prt", "advmod"))
        and word(head) in _STRUCK
    ):
        return True
    who = agents(head) if is_verb(head) else []
    natural = [hit for hit in draft.words("accidents") if hit.entry.pos == "noun"]
    crashing = [
        hit for hit in draft.words("not_people") if hit.entry.category == "vehicle" and word(head).startswith("crash")
    ]
    return any(each.left_edge.idx <= hit.start <= each.idx for each in who for hit in (*natural, *crashing)) or any(
        is_verb(head) and 0 < head.idx - hit.end <= 1 for hit in natural
    )


def _is_elsewhere(draft: Draft) -> bool:
    """Whether the report is full of the words of sport, screen or market and tells of no harm beyond them."""
    borrowed, harms = len(draft.words("elsewhere")), len(draft.words("casualties"))
    if in_conflict(draft):
        return borrowed >= BORROWED and borrowed > harms
    return borrowed >= BORROWED or (borrowed > 0 and harms == 0)


def _doer(head: Token) -> int:
    """The act that is the subject of a verb ("two car bombings struck the capital"), which lends the verb its type."""
    who = agents(head) if is_verb(head) else []
    return who[0].i if who else -1


def _told(draft: Draft, groups: list[list[Hit]]) -> Counter[EventType]:
    """How often the report uses words that mean one type alone."""
    told = Counter(_kinds_of(hits)[0] for hits in groups if len(_kinds_of(hits)) == 1)
    told.update(_event_type(kind) for hit in find_means(draft) for kind in hit.entry.many("types")[:1])
    return told


def _kinds_of(hits: list[Hit]) -> list[EventType]:
    """The types that words may tell, likeliest first."""
    return list(
        dict.fromkeys(_event_type(kind) for hit in hits for kind in (hit.entry.category, *hit.entry.many("also")))
    )


def _event_type(kind: str) -> EventType:
    """The event type of that name; the lexicon's own test keeps every category a known one."""
    return cast(EventType, kind)


def _fits(hit: Hit, head: Token) -> bool:
    """Whether the parse takes the word as the part of speech that the entry means."""
    if hit.entry.pos == "verb":
        return is_verb(head) or (head.tag_ in {"NN", "NNS", "JJ"} and head.dep_ == "ROOT")
    if hit.entry.pos == "noun":
        if head.tag_ == "VBG":
            return _is_gerund(head)
        noun = head.tag_.startswith("NN") or (head.tag_ in {"CD", "JJ"} and head.dep_ in _NOMINAL)
        return noun and head.dep_ != "compound" and word(head) not in _HELD
    return True


def _is_gerund(head: Token) -> bool:
    """Whether a form in -ing is a noun: "fighting between two militias"."""
    return head.tag_ == "VBG" and head.dep_ in _NOMINAL and not any(children(head, "dobj", "aux"))


def _is_strong(hits: list[Hit]) -> bool:
    return any(hit.entry.get("strength") != "weak" for hit in hits)


def _is_backed(draft: Draft, head: Token) -> bool:
    """Whether a weak word tells an act here: an armed actor does it, or a weapon or a harm stands in its clause."""
    verb = clause_of(head)
    start, end = clause_bounds(verb)
    if any(start <= hit.start < end for hit in (*find_means(draft), *draft.words("casualties"))):
        return True
    who = agents(verb) if is_verb(verb) else []
    return any(word(each) in _ARMED or draft.found_in(Actor, each.left_edge.idx, each.idx + len(each)) for each in who)


def _type(draft: Draft, head: Token, hits: list[Hit], told: Counter[EventType]) -> EventType | None:
    kinds = _kinds_of(hits)
    if set(kinds) & {"abduction", "territory_taken"} and len(kinds) > 1:
        return _by_object(draft, head, kinds)
    if len(kinds) == 1 and kinds[0] not in OPEN and _is_strong(hits):
        return kinds[0]
    if near := _by_means(draft, head, kinds):
        return best(near)
    if repeated := {kind: told[kind] for kind in kinds if told[kind] and kind not in OPEN}:
        return best(repeated)
    return _without_means(draft, head, kinds)


def _without_means(draft: Draft, head: Token, kinds: list[EventType]) -> EventType | None:
    """The type where no means is named: armed people attack, states bomb from the air, others with bombs."""
    if _is_armed(head) and (kinds[0] in {"attack_unclear", "air_strike"}):
        return "armed_attack"
    if kinds[0] == "air_strike" and "ied_mine_uxo" in kinds and not _by_a_state(draft, head):
        bombed_a_town = is_verb(head) and any(_is_town(draft, each) for each in patients(head))
        return "air_strike" if bombed_a_town and not is_passive(head) else "ied_mine_uxo"
    return kinds[0]


def _is_town(draft: Draft, head: Token) -> bool:
    """Whether a place is what is bombed: nobody plants a bomb under a town."""
    return any(each.span.start <= head.idx < each.span.end for each in draft.found(Place))


def _by_a_state(draft: Draft, head: Token) -> bool:
    who = agents(head) if is_verb(head) else [*prepositional(head, "by"), *children(head, "amod", "compound", "poss")]
    found = [actor for each in who for actor in draft.found_in(Actor, each.left_edge.idx, each.idx + len(each))]
    return any(
        (actor.meaning.code or "").split(":")[1:2] in (["MIL"], ["GOV"], []) and actor.meaning.code for actor in found
    )


def _by_means(draft: Draft, head: Token, kinds: list[EventType]) -> Counter[EventType]:
    """Types of the weapons named in the sentence, the nearer the heavier."""
    start, end = sentence_bounds(draft.doc, head.idx)
    near: Counter[EventType] = Counter()
    things = {each.i for each in patients(head)} if is_verb(head) and "looting_destruction" in kinds else set()
    for hit in find_means(draft):
        if start <= hit.start < end and draft.head(hit.start, hit.end).i not in things:
            for kind in map(_event_type, hit.entry.many("types")):
                if kind in kinds or set(kinds) & (OPEN | {"looting_destruction"}):
                    near[kind] += 200 - min(199, abs(hit.start - head.idx))
    return near


def _by_object(draft: Draft, head: Token, kinds: list[EventType]) -> EventType | None:
    """People are seized by someone, ground is taken, things are neither."""
    whom = patients(head) if is_verb(head) else prepositional(head, "of")
    for each in whom:
        first, last = each.left_edge.idx, each.right_edge.idx + len(each.right_edge)
        people = draft.has_word("persons", each.idx) or word(each) in _CELLS
        if not people and _is_ground(draft, each):
            return "territory_taken" if "territory_taken" in kinds else None
        if people or draft.found_in(Person, first, last) or each.tag_ in {"PRP", "NNPS", "CD"}:
            state = is_verb(head) and any(_is_of_state(draft, who) for who in agents(head))
            fitting = [
                kind for kind in (("arrest", "abduction") if state else ("abduction", "arrest")) if kind in kinds
            ]
            return fitting[0] if fitting else None
    return None


def _is_ground(draft: Draft, whom: Token) -> bool:
    """Whether a place is what is taken: itself, a noun for it, or parts of it; not what only is somewhere."""
    named = [whom, *prepositional(whom, "of")]
    if any(place.span.start <= each.idx < place.span.end for each in named for place in draft.found(Place)):
        return True
    return any(hit.entry.category == "place" and hit.start == whom.idx for hit in draft.words("not_people"))


def _is_of_state(draft: Draft, who: Token) -> bool:
    """Whether somebody holds people for a state: police, troops, a force named without saying whose."""
    codes = {each.meaning.code or "" for each in draft.found_in(Actor, who.left_edge.idx, who.idx + len(who))}
    sectors = {part for code in codes for part in code.split(":")[1:2]}
    return (word(who) in _POLICE and not sectors & _NO_STATE) or bool(sectors & _STATE)


def _is_armed(head: Token) -> bool:
    who = agents(clause_of(head)) if is_verb(clause_of(head)) else []
    return any(word(each) in _ARMED for each in who)


def _deed(head: Token, kind: EventType, hit: Hit) -> Deed:
    modes = hit.entry.many("modes")
    if is_verb(head) and not _is_gerund(head):
        who, whom = who_acts(head)
        who += prepositional(head, "with") if kind == "ground_clash" else []
        return Deed(kind, head.i, modes, _indexes(who), _indexes(whom))
    verb = clause_of(head)
    owners = [*children(head, "poss")]
    who = [*prepositional(head, "by", "from"), *children(head, "amod", "compound", "nmod"), *_of_launching(head)]
    if is_verb(verb) and head in patients(verb) and word(verb) in _LIGHT:
        who += agents(verb)
    whom = prepositional(head, "on", "against", "of", "at", "targeting")
    for staged in children(head, "acl") if not whom else ():
        whom += prepositional(staged, "on", "against", "at") if word(staged) in _LIGHT else []
    if word(head) in _SUFFERED:
        whom += owners
    else:
        who += owners
    if kind == "ground_clash":
        who += prepositional(head, "between", "with", "among")
    return Deed(kind, head.i, modes, _indexes(who), _indexes(whom), nominal=True)


def _of_launching(noun: Token) -> list[Token]:
    """Who does the act that a participle behind its noun ascribes: "strikes launched on Monday by X"."""
    verbs = [each for each in children(noun, "acl", "relcl") if word(each) in _LIGHT - {"claimed"}]
    return [each for verb in verbs for each in agents(verb) if each.i != noun.i]


def _indexes(tokens: list[Token]) -> tuple[int, ...]:
    return tuple(each.i for each in tokens if is_noun(each) or each.tag_ == "JJ")
