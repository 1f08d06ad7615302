"""Which tellings are somebody's act: not an accident, a disaster, a film, a match, nor police work in peace.

Where it stands: the step `events` asks this of every group of tellings before it becomes an event. A wrong incident
harms more than a missed one, so what nobody is said to have done stays out.
"""

import re
from collections.abc import Sequence

from everyclaim.lexicon.actors import find_states
from everyclaim.lexicon.words import Hit
from everyclaim.model import Actor
from everyclaim.read.acts.armed import arms_of
from everyclaim.read.acts.killings import is_killing
from everyclaim.read.acts.penalties import is_penalty
from everyclaim.read.acts.rehearsed import is_rehearsed
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import VAGUE, Harmed, Telling
from everyclaim.read.parties.doers import of_frame
from everyclaim.read.syntax import accused_of, agents, coordinated, is_verb, patients, sentence_bounds, word

MINOR = frozenset(
    "arrest displacement agreement_ceasefire mobilisation hostage_release aid_access_granted aid_restriction protest "
    "looting_destruction siege_blockade weapons_intercepted territory_taken".split()
)
"""Types that mostly stand beside a report's news (arrests after an attack, people who fled). They are its news only
where nothing else is, and other current news only where they count people."""

DISASTER_WORDS = 3
"""A report that names a quake, flood or crash this often is about it; a report of an attack names one in passing."""

_ARMED_SECTORS = frozenset({"MIL", "REB", "MLT", "PRM", "UAF", "CRM", "SPY", "IMG"})
_UNIFORMS = frozenset("uniform uniforms fatigues camouflage masked hooded armed".split())
"""How nameless people are told who kill as fighters do ("men in army uniform")."""
_ALSO_CIVIL = frozenset(
    "captain|officer|general|major|private|commander|chief|guard|pilot|sailor|cadet|recruit|leader|senior leader|"
    "deputy leader|leading figure|key figure|supporter|follower|member|agent|element|radical|criminal|suspect|cadre|"
    "enemy|operative|partisan|sympathiser|hooligan|killer|murderer|rapist|gang member|gangster|facilitator".split("|")
)
"""Ranks that teams, firms and ships have as well, and labels of ordinary crime and of any following."""

_FORCES = frozenset({"force", "forces", "patrol", "troops", "commandos", "unit", "army", "military", "militia"})
STORE = re.compile(
    r"\b(?:ammunition|munitions?|explosives|arms|gunpowder|fireworks?|powder|weapons)[ -](?:\w+ )?(?:factory|plant|"
    r"works|maker|depot|warehouse|store|storehouse|dump|shop|workshop|magazine)\b|"
    r"\b(?:factory|plant|depot|warehouse|store|stores|dump|stockpile|stock) (?:of|for|with|making|full of) "
    r"(?:\w+ ){0,2}(?:ammunition|munitions?|explosives|shells|bombs|fireworks|powder)\b",
    re.IGNORECASE,
)
"""Places that blow up without an enemy. Where one is attacked, the attack is told by a word of its own."""
_PLAIN = VAGUE | {"ground_clash"}
"""Types whose nouns are said of much else ("battle", "blast"): alone, without people or place, they tell nothing."""

_CAUSELESS = re.compile(
    r"blast|explo|deton|blow|blew|went off|go(?:es)? off|set off|incident|hit|str[iu]ck|battl|f[io]ught", re.IGNORECASE
)
"""Words of acts that accidents share; "attack" and "raid" are no accident's, whatever stands beside them."""
_WARLIKE: frozenset[str] = frozenset(
    "air_strike drone_strike shelling suicide_attack ied_mine_uxo chemical grenade ground_clash "
    "execution_killing".split()
)
"""Types whose plain words, where nobody borrows them, show that a report speaks of armed force."""
_LEAD = 240
"""The first sentence or two: what a report is news of."""
_CRIME = re.compile(
    r"\b(?:cocaine|heroin|cannabis|fentanyl|drugs?|fraud|brib\w+|corruption|embezzl\w+|money[- ]launder\w*|tax evasion|"
    r"smuggl\w+|theft|stole|stolen|burglar\w*|robber\w*|counterfeit|match-fixing|doping|hack\w*)\b",
    re.IGNORECASE,
)
_POLITICAL = frozenset({"human_rights_defender", "journalist", "trade_unionist", "religious_minister"})
_PROTESTING = frozenset({"protester", "demonstrator", "dissident", "marcher", "protest leader", "sit-in participant"})
"""People whose arrest is a harm of its own, with or without a war."""


def is_act(draft: Draft, tellings: Sequence[Telling]) -> bool:
    """Whether a group of tellings is somebody's act."""
    acts = [each for each in tellings if not each.harm]
    if _is_of_nature(draft, tellings) or is_rehearsed(draft, tellings):
        return False
    if not acts:
        if all(_in_accident(draft, each) or is_penalty(draft, draft.doc[each.head]) for each in tellings):
            return False
        told = any(each.actors or each.type or _is_by_force(draft, each) for each in tellings)
        told = told or any(is_killing(draft, each, armed=in_conflict(draft)) for each in tellings)
        return told or _is_of_war(draft, tellings)
    if all(each.type in MINOR for each in acts):
        held = any(_is_political(draft, each) or _is_by_troops(draft, each) for each in acts)
        wanted = held if draft.once(_is_of_peace) else held or in_conflict(draft)
        suffered = any(each.harm and _in_accident(draft, each) for each in tellings)
        return wanted and not suffered and not any(_beside_accident(draft, each) for each in acts)
    if all(each.nominal for each in acts) and not any(each.harm for each in tellings):
        circumstances = any(each.strong or each.actors for each in acts)
        return circumstances or not all(each.type in _PLAIN for each in acts)
    return not _is_accident(draft, tellings)


def _is_accident(draft: Draft, tellings: Sequence[Telling]) -> bool:
    """Whether an accident did it all: its words beside plain acts, or beside the harm where an act is only spoken of.

    "Residents thought that an attack had begun", "witnesses first spoke of a bomb".
    """
    acts = [each for each in tellings if not each.harm]
    harms = [each for each in tellings if each.harm]
    if all(each.type in _PLAIN and _beside_accident(draft, each) for each in acts):
        return True
    if any(each.actors for each in acts):
        return False
    minor = all(each.type in _PLAIN | MINOR for each in acts) and any(_beside_accident(draft, each) for each in acts)
    spoken_of = all(each.nominal and not each.strong and not each.definite for each in acts)
    return minor or (spoken_of and bool(harms) and all(_in_accident(draft, each) for each in harms))


def _is_of_peace(draft: Draft, _: str) -> bool:
    """Whether a report opens with an accident, a disaster or ordinary crime: who is held or flees does so for that."""
    text, start, end = draft.text, 0, min(len(draft.text), _LEAD)
    if any(hit.start < end for hit in draft.words("accidents")):
        return not any(hit.entry.category in _WARLIKE for hit in draft.words("acts") if hit.start < end)
    return STORE.search(text, start, end) is not None or _CRIME.search(text, start, end) is not None


def _is_by_troops(draft: Draft, telling: Telling) -> bool:
    """Whether a force other than police does it: "a security force detained two men"."""
    head = draft.doc[telling.head]
    held = telling.type not in {"displacement", "looting_destruction"} and is_verb(head)
    return held and any(word(each) in _FORCES or arms_of(draft, each) == "other" for each in agents(head))


def _is_political(draft: Draft, telling: Telling) -> bool:
    """Whether activists, journalists or protesters are arrested."""
    start, end = sentence_bounds(draft.doc, telling.start)
    here = [hit for hit in draft.words("persons") if start <= hit.start < end]
    return telling.type == "arrest" and any(
        hit.word in _PROTESTING or _POLITICAL & set(hit.entry.many("flags")) for hit in here
    )


def find_means(draft: Draft) -> tuple[Hit, ...]:
    """Weapons that the report names as such, not as part of a site: no petrol station or arms store attacks."""
    return draft.once(_means)


def _means(draft: Draft, _: str) -> tuple[Hit, ...]:
    sites = [(hit.start, hit.end) for hit in draft.words("infrastructure")]
    sites += [found.span() for found in STORE.finditer(draft.text)]
    return tuple(
        hit
        for hit in draft.words("weapons")
        if not any(
            first <= hit.start and hit.end <= after and (first, after) != (hit.start, hit.end) for first, after in sites
        )
    )


def in_conflict(draft: Draft) -> bool:
    """Whether the report speaks of armed force at all: armed actors, weapons, fighters; a state alone may be a team."""
    return draft.once(_speaks_of_arms)


def _speaks_of_arms(draft: Draft, _: str) -> bool:
    states = {(hit.start, hit.end) for hit in find_states(draft.text)}
    named = [each.meaning.code or "" for each in draft.found(Actor) if (each.span.start, each.span.end) not in states]
    sectors = {part for code in named for part in code.split(":")[1:2]}
    if sectors & _ARMED_SECTORS or any(hit.entry.get("strength") != "weak" for hit in find_means(draft)):
        return True
    plain = (
        hit for hit in draft.words("acts") if hit.entry.category in _WARLIKE and hit.entry.get("strength") != "weak"
    )
    if any(not (draft.has_word("figurative", hit.start) or draft.has_word("elsewhere", hit.start)) for hit in plain):
        return True
    fighters = (
        hit
        for hit in draft.words("persons")
        if (hit.entry.get("claimed_label") or hit.entry.get("status") == "combatant") and hit.word not in _ALSO_CIVIL
    )
    return next(fighters, None) is not None


def _is_by_force(draft: Draft, telling: Telling) -> bool:
    """Whether those who harm are an armed force without a listed name, or a weapon: "a security force killed two"."""
    head = draft.doc[telling.head]
    if is_verb(head) and accused_of(head):
        return True
    return is_verb(head) and any(
        word(each) in _FORCES
        or each.idx in draft.once(_fighters)
        or any(word(below) in _UNIFORMS for below in each.subtree)
        or draft.has_word("weapons", each.idx)
        or draft.found_in(Actor, each.left_edge.idx, each.idx + len(each))
        for who in (*agents(head), *of_frame(draft, head))
        for each in coordinated(who)
    )


def _fighters(draft: Draft, _: str) -> frozenset[int]:
    hits = (hit for hit in draft.words("persons") if hit.entry.get("status") == "combatant")
    return frozenset(offset for hit in hits if hit.word not in _ALSO_CIVIL for offset in range(hit.start, hit.end))


def _is_of_war(draft: Draft, tellings: Sequence[Telling]) -> bool:
    """Whether the words for the people, or who did it, are those of war: "civilian casualties" are no accident's."""
    heads = {each.head for each in tellings}
    verbs = [draft.doc[each.head] for each in tellings if not each.nominal]
    if any(arms_of(draft, who) for verb in verbs for who in agents(verb) if patients(verb)):
        return True
    return any(
        harmed.meaning.trigger in heads
        and harmed.meaning.figure.harm == "killed_or_injured"
        and harmed.meaning.figure.status == "civilian"
        for harmed in draft.found(Harmed)
    )


def _is_of_nature(draft: Draft, tellings: Sequence[Telling]) -> bool:
    """Whether nobody acts in a group of a report on an accident or a disaster: people who fled a quake."""
    if any(each.actors for each in tellings) or len(draft.words("accidents")) < DISASTER_WORDS:
        return False
    return all(each.type in VAGUE or each.type in MINOR or each.harm for each in tellings)


def _beside_accident(draft: Draft, telling: Telling) -> bool:
    """Whether an accident's or disaster's word stands in the sentence of what may be its doing."""
    shared = telling.type == "displacement" or (
        not telling.actors
        and (telling.type in MINOR or _CAUSELESS.search(draft.text, telling.start, telling.end) is not None)
    )
    return shared and _in_accident(draft, telling)


def _in_accident(draft: Draft, telling: Telling) -> bool:
    start, end = sentence_bounds(draft.doc, telling.start)
    if any(start <= hit.start < end for hit in draft.words("accidents")):
        return True
    return not telling.actors and STORE.search(draft.text, start, end) is not None
