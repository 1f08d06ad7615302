"""Killings that no word of an act and no armed doer tells: "twelve people were killed in Velm on Monday".

Where it stands: `read/acts/reality.py` asks this of harm without an act. Reports of accidents, disasters and illness
use the same words, so the line is drawn by what else the report says: where it speaks of arms, "killed" is somebody's
act unless its sentence names another cause; elsewhere the dead must be several or hold an office, the day or the place
be told, and nothing in the report be a cause of accidents.
"""

import re

from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Telling
from everyclaim.read.syntax import agents, coordinated, is_passive, is_verb, patients, sentence_bounds, subjects, word
from everyclaim.read.tokens import Token

KILLED = frozenset("kill kills killed killing murder murders murdered massacre massacres massacred slain".split())
KILLINGS = frozenset({"killing", "killings", "murder", "murders", "massacre", "massacres", "slaying", "slayings"})
_HAZARD = re.compile(
    r"\b(?:wall|roof|ceiling|bridge|mine|miners?|plants?|factory|factories|rain\w*|storm\w*|winds?|snow|ice|heat|fires?|"
    r"blaze|flames?|smoke|gas|waters?|rivers?|lakes?|sea|ocean|boats?|ships?|ferry|ferries|vessels?|cars?|bus|buses|coach|"
    r"minibus|vans?|trucks?|lorry|lorries|taxis?|motorcycles?|bicycles?|vehicles?|trains?|rail\w*|tram|planes?|aircraft|"
    r"helicopters?|flights?|jets?|roads?|highway|crossing|mount\w*|mt|peak|ski\w*|climb\w*|hik\w+|rope|lift|elevator|crowd|"
    r"hospitals?|clinic|disease\w*|virus\w*|fever|bacteria|poison\w*|toxic|alcohol|liquor|drugs?|drown\w*|fell|falls?|"
    r"falling|collaps\w*|accident\w*|crash\w*|explo\w+|blasts?|drivers?|passengers?|pilots?|tree|dogs?|bears?|elephants?|"
    r"sharks?|tigers?|lions?|crocodiles?|animals?|machine\w*|construction|scaffold\w*|crane|stadium|match|festival|concert|"
    r"smuggl\w+|emergency services|firefighters?|when)\b",
    re.IGNORECASE,
)
"""Words of what kills without anybody's doing it, and of where that mostly happens. Beside one of them, in a report
that never speaks of arms, a death stays without an event."""
_FAMILY = re.compile(
    r"\b(?:his|her|their) (?:[\w-]+ ){0,2}(?:wife|husband|girlfriend|boyfriend|partner|mother|father|parents|sons?|"
    r"daughters?|child|children|sister|brother|neighbou?r|family|lover|landlord|boss)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:police(?:m[ae]n|wom[ae]n)?|officers?|soldiers?|guards?|journalists?|reporters?|mayor|governor|councillor|judge|"
    r"prosecutor|minister|priest|imam|pastor|bishop|cleric|activists?|protesters?|demonstrators?|villagers?|civilians?|"
    r"residents?|farmers?|herders?|refugees?|aid workers?|candidate|chief|elder|commander|leader|lawyer|peacekeepers?|"
    r"worshippers?|settlers?|migrants?|prisoners?|inmates?|hostages?)\b",
    re.IGNORECASE,
)
"""People whom others kill for what they are."""


def is_killing(draft: Draft, telling: Telling, *, armed: bool) -> bool:
    """Whether a harm is somebody's act though neither act nor arms are named beside it.

    Args:
        draft: the report.
        telling: the harm.
        armed: whether the report speaks of armed force elsewhere.
    """
    verb = draft.doc[telling.head]
    if word(verb) not in (KILLED if is_verb(verb) else KILLINGS) or telling.modality == "historical":
        return False
    start, end = sentence_bounds(draft.doc, telling.start)
    dead = [each.meaning.figure for each in draft.found(Harmed) if each.meaning.trigger == telling.head]
    if not dead or any(start <= hit.start < end for hit in draft.words("accidents")):
        return False
    who = _doers(verb)
    if not (_is_by_people(draft, who) if who else is_passive(verb) or not is_verb(verb)):
        return False
    if armed:
        return not _HAZARD.search(draft.text, start, end)
    several = any((each.number or 2) > 1 for each in dead)
    whom = " ".join(
        draft.text[each.left_edge.idx : each.idx + len(each)] for one in patients(verb) for each in coordinated(one)
    )
    counted = several or _OFFICE.search(whom) is not None
    harmless = not draft.words("accidents") and not _HAZARD.search(draft.text)
    return (
        counted
        and (telling.when or telling.where) is not None
        and harmless
        and not _FAMILY.search(draft.text, start, end)
    )


def _doers(verb: Token) -> list[Token]:
    """Who kills; of "held after killing two" whoever is held."""
    if verb.dep_ == "pcomp" and is_verb(verb.head.head):
        return subjects(verb.head.head)
    return agents(verb) if is_verb(verb) else []


def _is_by_people(draft: Draft, who: list[Token]) -> bool:
    """Whether nameless people did it: "a man killed two guards", not "elephants killed two farmers"."""
    return any(draft.has_word("persons", each.idx) for each in who)
