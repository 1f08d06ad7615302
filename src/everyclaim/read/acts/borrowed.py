"""Words of war said of something else: matches, films, markets, quarrels, labour, traffic, tests.

Where it stands: the step `deeds` asks this of every word of an act. Whole reports are another field's where that
field's words outnumber those of harm; single words are borrowed where nothing in the report speaks of arms or harm and
they are done to nobody.
"""

import re

from everyclaim.model import Place
from everyclaim.read.acts.armed import arms_of, speaks_of_arms
from everyclaim.read.acts.penalties import is_penalty
from everyclaim.read.acts.reality import STORE, in_conflict
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Person
from everyclaim.read.syntax import (
    agents,
    children,
    clause_bounds,
    clause_of,
    is_verb,
    patients,
    prepositional,
    sentence_bounds,
    word,
)
from everyclaim.read.tokens import Token

BORROWED = 4
"""This many words of sport, film or finance, and more than of harm, make a report theirs. An attack on a stadium
names the match once or twice and its dead often."""

_STRUCK = frozenset("strike strikes struck striking".split())
_HIT = _STRUCK | frozenset("hit hits hitting slam slams slammed smash smashes smashed".split())
ACT_NOUNS = frozenset("strike strikes attack attacks raid raids blast blasts explosion explosions".split())
"""Nouns that lend their verb what it tells: where they tell no act, "hit" beside them tells none either."""
_LABOUR = re.compile(
    r"\b(?:unions?|teachers?|nurses?|doctors?|pilots?|rail|railway|train|bus|transport|workers?|drivers?|dockers?|miners?|"
    r"actors?|writers?|staff|airline|postal|students?|hours?|-hour|day|one-day|two-day|nationwide|indefinite|wildcat)\b",
    re.IGNORECASE,
)
_STOPPING = frozenset(
    "begin begins began begun beginning end ends ended ending call calls called calling suspend suspends suspended "
    "stage stages staged hold holds held join joins joined plan plans planned threaten threatens threatened extend "
    "extends extended".split()
)
"""What people who stop work do with a strike; aircraft carry theirs out."""
_TRIED = re.compile(
    r"\b(?:test(?:ed|s|ing)?[- ]?fir\w+|tests?|tested|testing|test-launch\w*|orbit|space|satellites?|astronauts?|"
    r"cosmonauts?|spacecraft|into the (?:\w+ ){0,2}(?:sea|ocean|waters?)|in the direction of the (?:\w+ )?sea|"
    r"toward(?:s)? the (?:\w+ )?sea|sea of \w+|off (?:its|the) (?:\w+ ){0,2}coast)\b",
    re.IGNORECASE,
)
_MUNITION = re.compile(r"\b(?:missiles?|rockets?|projectiles?|torpedo(?:es)?|munitions?)\b", re.IGNORECASE)
_FLYING_BOMB = re.compile(r"\b(?:drones?|missiles?|rockets?|shells?|projectiles?|explosives?)\b", re.IGNORECASE)
"""What is meant to crash; aircraft and their crews are not."""
_POLICE = re.compile(
    r"\b(?:police|detectives?|customs|tax|prosecutors?|inspectors?|investigators?|fbi|agents|regulators?|officials)\b",
    re.IGNORECASE,
)
_PLANS = frozenset("plan plans order orders mission missions operation operations policy policies duties task".split())
_DOING = frozenset("carried carry carrying conducted conduct conducting staged stage mounted mount committed".split())
"""Verbs whose object is somebody's deed ("carried out attacks"), not a figure of speech."""
_IN_WORDS = re.compile(r"attack|assail|blast|slam|savag|hammer|lash|hit(?:s|ting)?$", re.IGNORECASE)
_POLITICIANS = frozenset(
    "opposition party parties lawmaker lawmakers mp mps senator senators minister ministers critic critics "
    "candidate candidates campaigners union unions columnist commentator commentators parliament".split()
)
_CLEARING = re.compile(r"acquit|allegation|clear(?:s|ed)?$", re.IGNORECASE)
"""What a court found nobody guilty of is no act; a conviction tells one, of the past."""
_TEAMS = frozenset("team teams club clubs squad eleven champions hosts visitors player players".split())
_BLAZES = frozenset("blaze blazes fire fires flames inferno wildfire wildfires bushfire bushfires".split())
_SELF = frozenset({"himself", "herself", "themselves", "itself", "myself"})
_CHARGED = frozenset({"for", "of", "with", "on"})
_COURT = re.compile(
    r"\b(?:convict\w*|sentenc\w*|jail\w*|imprison\w*|charg\w*|accus\w*|guilty|acquit\w*|indict\w*|trial|tried|suspected|"
    r"suspicion|wanted|plead\w*|pled|years|life|extradit\w*|prosecut\w*|allegations?|cleared|clears?)\b",
    re.IGNORECASE,
)


def is_elsewhere(draft: Draft) -> bool:
    """Whether the report is full of the words of sport, screen or market and tells of no harm beyond them."""
    borrowed = len(draft.words("elsewhere"))
    harms = sum(not draft.has_word("elsewhere", hit.start) for hit in draft.words("casualties"))
    if in_conflict(draft):
        return borrowed >= BORROWED and borrowed > harms
    return borrowed >= BORROWED or (borrowed > 0 and harms == 0)


def is_borrowed(draft: Draft, head: Token) -> bool:
    """Whether a word of an act tells none here."""
    return (
        any(hit.start <= head.idx < hit.end for hit in draft.words("elsewhere"))
        or _is_natural(draft, head)
        or is_penalty(draft, head)
        or _is_hunt(draft, head)
        or _is_verbal(draft, head)
        or _is_on_range(draft, head)
        or _is_of_store(draft, head)
        or _is_contest(draft, head)
        or _is_self_harm(draft, head)
        or _is_labour(draft, head)
        or _is_trial(draft, head)
        or _is_charge(head)
        or _is_search(draft, head)
        or _is_carrying_out(draft, head)
        or _is_figurative(draft, head)
    )


def _is_natural(draft: Draft, head: Token) -> bool:
    """Whether a storm, a quake, a court or traffic does it: "the typhoon struck", "the court struck down the law"."""
    if not is_verb(head):
        return False
    if word(head) in _STRUCK and any(word(each) == "down" for each in children(head, "prt", "advmod")):
        return True
    natural = [hit for hit in draft.words("accidents") if hit.entry.pos == "noun"]
    if word(head) in _HIT or word(head).startswith("crash"):
        natural += [hit for hit in draft.words("not_people") if hit.entry.category == "vehicle"]
    who = agents(head)
    named = any(each.left_edge.idx <= hit.start <= each.idx for each in who for hit in natural)
    armed = any(draft.has_word("weapons", each.idx) for each in (*who, *patients(head)))
    if any(each.left_edge.idx <= hit.start <= each.idx for each in patients(head) for hit in draft.words("accidents")):
        return word(head).startswith(("f", "batt"))
    if word(head).startswith("crash"):
        armed = any(_FLYING_BOMB.search(draft.text, each.left_edge.idx, each.idx + len(each)) for each in who)
        named = named or any(draft.has_word("weapons", each.idx) for each in who)
    return (named and not armed) or any(
        0 < head.idx - hit.end <= 1 for hit in draft.words("accidents") if hit.entry.pos == "noun"
    )


def _is_contest(draft: Draft, head: Token) -> bool:
    """Whether a team does it, or it is done to a fire: "the visitors beat the hosts", "they battled a blaze"."""
    if not is_verb(head):
        return False
    who, whom = agents(head), patients(head)
    if word(head).startswith(("fight", "fought", "battl", "combat")) and any(word(each) in _BLAZES for each in whom):
        return True
    teams = [each for each in who if word(each) in _TEAMS and not prepositional(each, "of")]
    return bool(teams) and not any(arms_of(draft, each) for each in teams)


def _is_self_harm(draft: Draft, head: Token) -> bool:
    """Whether somebody does it to himself and nobody else: "the officer shot himself"."""
    if not is_verb(head) or draft.has_word("weapons", head.idx) or word(head) in {"blew", "blow", "detonated"}:
        return False
    return [word(each) for each in patients(head)] in [[each] for each in sorted(_SELF)] and not any(
        head.idx < hit.start < head.idx + 40 for hit in draft.words("weapons") if hit.entry.category == "explosive"
    )


def _is_labour(draft: Draft, head: Token) -> bool:
    """Whether people stop work, or what is told of that: "a 48-hour strike over pay", "the nurses' strike hit us"."""
    noun = next((each for each in agents(head) if word(each) in ACT_NOUNS), None) if is_verb(head) else head
    if noun is None or word(noun) not in {"strike", "strikes"}:
        return False
    if noun.dep_ == "dobj" and word(noun.head) in _STOPPING and not in_conflict(draft):
        return "hunger" not in {word(each) for each in children(noun, "compound")}
    who = [*children(noun, "compound", "nmod", "poss", "amod", "nummod"), *prepositional(noun, "by", "of")]
    who += agents(noun.head) if noun.dep_ == "dobj" and is_verb(noun.head) else []
    words = " ".join(draft.text[each.left_edge.idx : each.idx + len(each)] for each in who)
    return _LABOUR.search(words) is not None and not in_conflict(draft)


def _is_trial(draft: Draft, head: Token) -> bool:
    """Whether a missile or rocket is only tried: into the sea, into orbit, in a test, with nobody hit."""
    start, end = clause_bounds(clause_of(head))
    end = max(end, head.idx + len(head))
    clause = draft.text[start:end]
    harmed = any(start <= hit.start < end for hit in draft.words("casualties"))
    return _MUNITION.search(clause) is not None and _TRIED.search(clause) is not None and not harmed


def _is_hunt(draft: Draft, head: Token) -> bool:
    """Whether animals are what is shot or attacked, or what attack: "police shot a bear", "killed by a bull"."""
    whom = [*patients(head), *prepositional(head, "at")] if is_verb(head) else prepositional(head, "of", "on")
    if whom and all(_is_beast(draft, each) for each in whom):
        return True
    verbs = [head, *children(head, "conj")] if is_verb(head) else [clause_of(head)]
    return any(_is_beast(draft, each) for verb in verbs if is_verb(verb) for each in agents(verb))


def _is_beast(draft: Draft, token: Token) -> bool:
    beasts = (hit for hit in draft.words("not_people") if hit.entry.category == "animal")
    return any(hit.start <= token.idx < hit.end for hit in beasts)


def _is_verbal(draft: Draft, head: Token) -> bool:
    """Whether words are what somebody is attacked with: "the opposition attacked the minister over his record"."""
    if not is_verb(head) or not _IN_WORDS.match(word(head)):
        return False
    start, end = sentence_bounds(draft.doc, head.idx)
    if any(start <= hit.start < end and hit.start != head.idx for hit in draft.words("casualties")):
        return False
    who = any(word(each) in _POLITICIANS for each in agents(head))
    return who or any(draft.has_word("persons", each.idx) for each in patients(head) if prepositional(head, "over"))


def _is_on_range(draft: Draft, head: Token) -> bool:
    """Whether a missile hits what it was tried on: "it hit its target" in a report of a test."""
    whom = patients(head) if is_verb(head) else []
    targets = [each for each in whom if word(each) in {"target", "targets"} and any(children(each, "poss"))]
    return bool(targets) and _TRIED.search(draft.text) is not None


def _is_of_store(draft: Draft, head: Token) -> bool:
    """Whether ammunition or a munitions works blows up by itself: "a warehouse of old ammunition exploded"."""
    if not word(head).startswith(("explo", "blast", "deton", "blow", "blew", "fire", "blaz")):
        return False
    verb = clause_of(head)
    who = agents(head) if is_verb(head) else [*prepositional(head, "at", "in", "of"), *patients(verb)]
    return any(STORE.search(draft.text, each.left_edge.idx, each.right_edge.idx + len(each.right_edge)) for each in who)


def _is_charge(head: Token) -> bool:
    """Whether the noun names a charge, not an act: "jailed for murder", "accused of torture"."""
    if is_verb(head) or head.dep_ != "pobj" or word(head.head) not in _CHARGED:
        return False
    above = head.head.head
    if _CLEARING.match(word(above)):
        return True
    named = [*children(head, "det", "poss", "nummod"), *prepositional(head, "of", "on", "in", "against")]
    return not named and _COURT.match(word(above)) is not None


def _is_search(draft: Draft, head: Token) -> bool:
    """Whether police or inspectors search a place and nobody is harmed: "tax police raided the bank's offices"."""
    if not word(head).startswith("raid"):
        return False
    start, end = sentence_bounds(draft.doc, head.idx)
    beside = [*prepositional(head, "by"), *children(head, "compound", "amod", "poss"), *agents(clause_of(head))]
    who = agents(head) if is_verb(head) else beside
    police = any(_POLICE.search(draft.text, each.left_edge.idx, each.idx + len(each)) for each in who)
    return police and not any(start <= hit.start < end for hit in draft.words("casualties"))


def _is_carrying_out(draft: Draft, head: Token) -> bool:
    """Whether a plan or a mission is what is executed: "the execution of air strikes"."""
    whom = patients(head) if is_verb(head) else prepositional(head, "of")
    if not word(head).startswith("execut") or not whom:
        return False
    return all(draft.has_word("acts", each.idx) or word(each) in _PLANS for each in whom)


def _is_figurative(draft: Draft, head: Token) -> bool:
    """Whether a word that everybody borrows stands where nothing speaks of arms or harm, and is done to nobody."""
    if in_conflict(draft) or not any(
        hit.start <= head.idx < hit.end and (hit.entry.pos == "verb") == is_verb(head)
        for hit in draft.words("figurative")
    ):
        return False
    start, end = sentence_bounds(draft.doc, head.idx)
    harmed = any(hit.entry.category not in {"metaphor", "none"} for hit in draft.words("casualties"))
    if harmed or speaks_of_arms(draft.text[start:end]):
        return False
    if is_verb(head) and any(draft.has_word("weapons", each.idx) for each in agents(head)):
        return False
    whom = patients(head) if is_verb(head) else prepositional(head, "on", "against", "of", "at", "in")
    done = head.dep_ == "dobj" and word(head.head) in _DOING and not whom
    whom += [each for one in whom for each in prepositional(one, "of")]
    return not done and not any(_is_tangible(draft, each) for each in whom)


def _is_tangible(draft: Draft, token: Token) -> bool:
    """Whether the words stand for people, houses, vehicles, animals or a place."""
    start, end = token.left_edge.idx, token.idx + len(token)
    things = (hit for hit in draft.words("not_people") if hit.entry.category in {"structure", "vehicle", "animal"})
    known = (*things, *draft.words("persons"), *draft.words("infrastructure"))
    if word(token) not in _SELF and any(start <= hit.start < end for hit in known):
        return True
    return bool(draft.found_in(Place, start, end) or draft.found_in(Person, start, end))
