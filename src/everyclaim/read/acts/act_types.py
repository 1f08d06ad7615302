"""Which type of act a word tells, where it may tell several.

Where it stands: the step `deeds` asks for each word of an act, the step `events` for harm that no act word tells. It
is decided, in this order, by what is done to whom (people are seized, ground is taken), what carries the means ("a
drone fired two missiles"), the means named nearest, what else the report uses the word for, and who acts on whom.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from everyclaim.lexicon.words import Hit
from everyclaim.model import Actor, EventType, Mention, Place
from everyclaim.read.acts.armed import arms_of
from everyclaim.read.acts.reality import find_means
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.syntax import (
    agents,
    children,
    clause_bounds,
    clause_of,
    coordinated,
    is_passive,
    is_verb,
    patients,
    prepositional,
    sentence_bounds,
    word,
)
from everyclaim.read.tokens import Token
from everyclaim.text.choice import best

OPEN: frozenset[EventType] = frozenset({"armed_attack", "attack_unclear", "ground_clash"})
"""Types that say little: a finer one in the same clause is preferred."""

_LAUNCHED: frozenset[EventType] = frozenset(
    {
        "air_strike",
        "drone_strike",
        "shelling",
        "air_or_artillery_unclear",
        "grenade",
        "attack_unclear",
        "armed_attack",
        "ied_mine_uxo",
        "looting_destruction",
    }
)
"""Types of what is fired or dropped: what carries the means names the type."""
_DRONE = re.compile(
    r"\b(?:drones?|unmanned|uavs?|quadcopters?|shaheds?|predators?|reapers?|bayraktars?)\b", re.IGNORECASE
)
_AIRBORNE = re.compile(
    r"\bair ?force|warplanes?|\b(?:fighter )?jets?\b|aircraft|\bplanes?\b|helicopters?|gunships?|bomber planes?|"
    r"\bf-\d\d|\bmig\b|sukhoi|air-?raid",
    re.IGNORECASE,
)
_BOMB = frozenset({"bomb", "bombs", "bomber", "bombers"})
_BOMBER = "bomber"
_FALLING = frozenset(
    "fall falls fell falling drop drops dropped dropping hit hits hitting strike strikes struck striking land lands "
    "landed landing rain rains rained raining".split()
)
"""What bombs from the air do, or have done to them; planted ones go off, explode and kill."""
_SNIPER = re.compile(r"\bsnipers?\b", re.IGNORECASE)
_COALITION = re.compile(r"\bcoalition\b|\ballied\b|-led\b", re.IGNORECASE)
_CAPTIVE = re.compile(
    r"\b(?:captured|captive|abducted|kidnapped|detained|handcuffed|blindfolded|bound|kneeling)\b|"
    r"\b(?:prisoners?|captives?|hostages?|detainees?)\b",
    re.IGNORECASE,
)
_ARMED_SITE = re.compile(
    r"\b(?:bases?|camps?|posts?|checkpoints?|barracks|garrisons?|outposts?|positions?|convoys?|patrols?|army|military|troops|"
    r"soldiers?|police\w*)\b",
    re.IGNORECASE,
)
_CELLS = frozenset("cell cells gang gangs ring rings".split())
"""Nouns for people who are seized together."""
_POLICE = frozenset(
    "police policemen officers authorities army troops soldiers force forces military government commandos patrol "
    "guards gendarmes marines coalition".split()
)
_STATE, _NO_STATE = frozenset({"MIL", "COP", "GOV", "SPY", "JUD"}), frozenset({"REB", "MLT", "UAF", "CRM", "PRM"})
"""Sectors of an actor's code (codebook, 5.2): who arrests, and who abducts."""


def types_told(draft: Draft, groups: list[list[Hit]]) -> Counter[EventType]:
    """How often the report uses words that mean one type alone."""
    told = Counter(_kinds_of(hits)[0] for hits in groups if len(_kinds_of(hits)) == 1)
    told.update(kind for hit in find_means(draft) for kind in _types_of(draft, hit)[:1])
    return told


def type_of(draft: Draft, head: Token, hits: list[Hit], told: Counter[EventType]) -> EventType | None:
    """The type that these words tell here; None where they tell no act (things are seized, not taken hostage)."""
    kinds = _kinds_of([hit for hit in hits if _is_strong([hit])] or hits)
    if set(kinds) & {"abduction", "territory_taken"} and len(kinds) > 1:
        return _by_object(draft, head, kinds)
    if kinds == ["territory_taken"] and is_verb(head) and not _is_strong(hits) and not _is_of_ground(draft, head):
        return None
    if kinds[0] in _LAUNCHED and (carried := _carried(draft, head)) is not None:
        return carried
    if len(kinds) == 1 and kinds[0] not in OPEN - {"ground_clash"} and _is_strong(hits):
        return kinds[0]
    captive = "execution_killing" in kinds and _of_captives(draft, head)
    near = Counter[EventType](["execution_killing"]) if captive else _by_means(draft, head, kinds)
    repeated = {kind: told[kind] for kind in kinds if told[kind] and kind not in OPEN}
    if not (near or repeated):
        return _without_means(draft, head, kinds)
    chosen: EventType = best(near or repeated)
    return chosen


def type_of_harm(draft: Draft, trigger: Token) -> EventType | None:
    """The type of a harm that no act word tells, by the means; none beside an accident ("the helicopter crashed")."""
    start, end = sentence_bounds(draft.doc, trigger.idx)
    if any(start <= hit.start < end for hit in draft.words("accidents")):
        return None
    if (carried := _carried(draft, trigger)) is not None:
        return carried
    start, end = clause_bounds(clause_of(trigger))
    hits = [hit for hit in find_means(draft) if start <= hit.start < end and hit.entry.get("strength") != "weak"]
    if not hits:
        return None
    nearest = min(hits, key=lambda hit: abs(hit.start - trigger.idx))
    kinds = {_types_of(draft, hit)[0] for hit in hits}
    return "chemical" if "chemical" in kinds else _types_of(draft, nearest)[0]


def type_of_doers(draft: Draft, agents: Sequence[Token], patients: Sequence[Token]) -> EventType | None:
    """The type by who acts on whom alone: forces that kill fighters fight them, all other armed people attack."""
    sides = {side for each in agents if (side := arms_of(draft, each)) is not None}
    if not sides:
        return None
    if any(_SNIPER.search(draft.text, each.left_edge.idx, each.idx + len(each)) for each in agents):
        return "shooting_at_civilians"
    whom = {arms_of(draft, each) for each in patients}
    return "ground_clash" if sides == {"state"} and "other" in whom else "armed_attack"


def _kinds_of(hits: list[Hit]) -> list[EventType]:
    """The types that words may tell, likeliest first."""
    return list(
        dict.fromkeys(_event_type(kind) for hit in hits for kind in (hit.entry.category, *hit.entry.many("also")))
    )


def _event_type(kind: str) -> EventType:
    """The event type of that name; the lexicon's own test keeps every category a known one."""
    return cast(EventType, kind)


def _is_strong(hits: list[Hit]) -> bool:
    return any(hit.entry.get("strength") != "weak" for hit in hits)


def _doers(head: Token) -> list[Token]:
    """Who or what does it; of a noun that is an object also who does its verb ("a quadcopter dropped a grenade")."""
    if is_verb(head):
        return agents(head)
    above = agents(head.head) if head.dep_ == "dobj" and is_verb(head.head) else []
    return [*above, *prepositional(head, "by", "from"), *children(head, "amod", "compound", "nmod", "poss")]


def _carried(draft: Draft, head: Token) -> EventType | None:
    """The type by what fires or drops the means: "a drone fired two missiles", "jets hit", "the air force's raid"."""
    who = [*_doers(head), *(prepositional(head, "from") if is_verb(head) else [])]
    for each in who:
        phrase = draft.text[each.left_edge.idx : each.idx + len(each)]
        if _DRONE.search(phrase):
            return "drone_strike"
        if _AIRBORNE.search(phrase):
            return "air_strike"
        if not is_verb(head) and word(head).startswith("raid") and _COALITION.search(phrase):
            return "air_strike"
    return None


def _of_captives(draft: Draft, head: Token) -> bool:
    """Whether it is done to people who were held: "captured soldiers were shot"."""
    whom = patients(head) if is_verb(head) else prepositional(head, "of")
    return any(_CAPTIVE.search(draft.text, each.left_edge.idx, each.idx + len(each)) for each in whom)


def _without_means(draft: Draft, head: Token, kinds: list[EventType]) -> EventType:
    """The type where no means is named: armed people attack, states bomb from the air, others with bombs."""
    if kinds[0] == "ground_clash" and "armed_attack" in kinds:
        return "armed_attack" if _on_the_unarmed(draft, head) else "ground_clash"
    if _is_by_armed(draft, head) and (kinds[0] in {"attack_unclear", "air_strike"}):
        return "armed_attack"
    if kinds[0] == "air_strike" and "ied_mine_uxo" in kinds and not _by_a_state(draft, head):
        bombed_a_town = is_verb(head) and any(_is_town(draft, each) for each in patients(head))
        return "air_strike" if bombed_a_town and not is_passive(head) else "ied_mine_uxo"
    return kinds[0]


def _on_the_unarmed(draft: Draft, head: Token) -> bool:
    """Whether what is stormed or ambushed is no armed side's: a hotel, a bus, villagers."""
    whom = patients(head) if is_verb(head) else prepositional(head, "on", "of")
    phrases = [draft.text[each.left_edge.idx : each.idx + len(each)] for each in whom]
    return (
        bool(phrases)
        and not any(_ARMED_SITE.search(each) for each in phrases)
        and not any(arms_of(draft, each) for each in whom)
    )


def _is_town(draft: Draft, head: Token) -> bool:
    """Whether a place is what is bombed: nobody plants a bomb under a town."""
    return any(each.span.start <= head.idx < each.span.end for each in draft.found(Place))


def _by_a_state(draft: Draft, head: Token) -> bool:
    who = agents(head) if is_verb(head) else [*prepositional(head, "by"), *children(head, "amod", "compound", "poss")]
    found = [actor for each in who for actor in _actors(draft, each)]
    return any(
        (actor.meaning.code or "").split(":")[1:2] in (["MIL"], ["GOV"], []) and actor.meaning.code for actor in found
    )


def _actors(draft: Draft, head: Token) -> Sequence[Mention[Actor]]:
    return draft.found_in(Actor, head.left_edge.idx, head.idx + len(head))


def _by_means(draft: Draft, head: Token, kinds: list[EventType]) -> Counter[EventType]:
    """Types of the weapons named in the sentence, the nearer the heavier."""
    start, end = sentence_bounds(draft.doc, head.idx)
    near: Counter[EventType] = Counter()
    hit_things = [(each.left_edge.idx, each.idx + len(each)) for each in _struck(head)]
    for hit in find_means(draft):
        if start <= hit.start < end and _is_used(draft, hit) and not any(a <= hit.start < b for a, b in hit_things):
            for kind in _types_of(draft, hit):
                if kind in kinds or set(kinds) & (OPEN | {"looting_destruction"}):
                    near[kind] += 200 - min(199, abs(hit.start - head.idx))
    return near


def _types_of(draft: Draft, hit: Hit) -> list[EventType]:
    """The types that a weapon tells; a plain bomb is an aircraft's only where one is named, or where it falls.

    A bomber by himself is a person.
    """
    if hit.word not in _BOMB:
        return [_event_type(kind) for kind in hit.entry.many("types")]
    token = draft.head(hit.start, hit.end)
    start, end = sentence_bounds(draft.doc, hit.start)
    falls = word(clause_of(token)) in _FALLING and word(token) != _BOMBER
    return ["air_strike" if falls or _AIRBORNE.search(draft.text, start, end) else "ied_mine_uxo"]


def _struck(head: Token) -> list[Token]:
    """What the clause of a word is done to: "three guns were destroyed in the strike" names no means."""
    verb = clause_of(head)
    done = head.dep_ in {"pobj", "pcomp"} or is_verb(head)
    return [each for whom in patients(verb) for each in coordinated(whom)] if is_verb(verb) and done else []


def _is_used(draft: Draft, hit: Hit) -> bool:
    """Whether a thing of every day serves as a weapon: "with machetes", "threw stones", not "a fireworks factory"."""
    if hit.entry.category not in {"blade", "fire"} or hit.entry.get("strength") != "weak":
        return True
    token = draft.head(hit.start, hit.end)
    return token.dep_ in {"pobj", "dobj", "conj", "nsubjpass"}


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


def _is_of_ground(draft: Draft, head: Token) -> bool:
    """Whether ground changes hands in the verb's clause: "the town fell to", not "retreated from a goal"."""
    start, end = clause_bounds(head)
    places = (hit for hit in draft.words("not_people") if hit.entry.category in {"place", "structure"})
    return bool(draft.found_in(Place, start, end)) or any(start <= hit.start < end for hit in places)


def _is_of_state(draft: Draft, who: Token) -> bool:
    """Whether somebody holds people for a state: police, troops, a force named without saying whose."""
    codes = {each.meaning.code or "" for each in _actors(draft, who)}
    sectors = {part for code in codes for part in code.split(":")[1:2]}
    return (word(who) in _POLICE and not sectors & _NO_STATE) or bool(sectors & _STATE)


def _is_by_armed(draft: Draft, head: Token) -> bool:
    verb = clause_of(head)
    return is_verb(verb) and any(arms_of(draft, each) == "other" for each in agents(verb))
