"""Acts of violence and their roles: who acts, on whom, with what, as the verb or the noun says.

A word that fits several types ("hit", "strike", "attack") takes the type of the means named nearest: jets make an air
strike, mortars shelling, a drone a drone strike. Without a means it takes what the rest of the report uses the word
for, else it stays an attack whose means is unknown.
"""

from collections.abc import Iterator

from everyclaim.lexicon.words import Hit
from everyclaim.model import Actor, EventType, Mention
from everyclaim.read.acts.act_types import type_of, types_told
from everyclaim.read.acts.aims import is_target
from everyclaim.read.acts.armed import is_armed
from everyclaim.read.acts.borrowed import ACT_NOUNS, is_borrowed, is_elsewhere
from everyclaim.read.acts.reality import STORE, find_means
from everyclaim.read.acts.unexploded import is_thing
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed
from everyclaim.read.parties.doers import who_acts
from everyclaim.read.step import step
from everyclaim.read.syntax import (
    agents,
    children,
    clause_bounds,
    clause_of,
    is_noun,
    is_present_act,
    is_verb,
    patients,
    prepositional,
    word,
)
from everyclaim.read.tokens import Token

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

SPEECH = frozenset({"threat", "pledge_of_allegiance", "responsibility_claim", "denial", "condemnation", "mourning"})
_HELD = frozenset("hostage hostages captive captives detainee detainees prisoner prisoners abductee abductees".split())
"""Nouns for people to whom it was done before: they tell no act of their own."""

_NOMINAL = frozenset("nsubj nsubjpass dobj pobj conj attr ROOT appos".split())
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
    if is_elsewhere(draft):
        return
    by_place: dict[tuple[int, int], list[Hit]] = {}
    for hit in draft.words("acts"):
        if hit.entry.category not in SPEECH:
            by_place.setdefault((hit.start, hit.end), []).append(hit)
    told = types_told(draft, list(by_place.values()))
    nominal: dict[int, EventType] = {}
    found = []
    for (start, end), hits in sorted(by_place.items(), key=lambda each: is_verb(draft.head(*each[0]))):
        head = draft.head(start, end)
        tells = not (is_borrowed(draft, head) or is_thing(draft, head) or is_target(head) or _is_lent(head, nominal))
        fitting = [hit for hit in hits if _fits(hit, head)] if tells else []
        if fitting and (_is_strong(fitting) or _is_backed(draft, head)):
            kind = nominal.get(_doer(head)) or type_of(draft, head, fitting, told)
            if kind is not None:
                if not is_verb(head):
                    nominal[head.i] = kind
                found.append(draft.mention(start, end, _deed(head, kind, fitting[0])))
    yield from sorted(found, key=lambda each: each.span.start)


def _is_lent(head: Token, nominal: dict[int, EventType]) -> bool:
    """Whether the verb's subject is a noun of acts that tells none: "the phishing attack hit two banks"."""
    return any(word(each) in ACT_NOUNS and each.i not in nominal for each in agents(head)) if is_verb(head) else False


def _doer(head: Token) -> int:
    """The act that is the subject of a verb ("two car bombings struck the capital"), which lends the verb its type."""
    who = agents(head) if is_verb(head) else []
    return who[0].i if who else -1


def _fits(hit: Hit, head: Token) -> bool:
    """Whether the parse takes the word as the part of speech that the entry means."""
    if hit.entry.pos == "verb":
        return is_verb(head) or (head.tag_ in {"NN", "NNS", "JJ"} and head.dep_ == "ROOT")
    if hit.entry.pos == "noun":
        if head.tag_ == "VBG":
            return _is_gerund(head)
        noun = head.tag_.startswith("NN") or _is_misread(head) or (head.tag_ in {"CD", "JJ"} and head.dep_ in _NOMINAL)
        return noun and head.dep_ != "compound" and word(head) not in _HELD
    return True


def _is_misread(head: Token) -> bool:
    """Whether a headline's noun was parsed as a verb that governs the next: "Armed Forces airstrikes on a town kill"."""
    return head.tag_ == "VBZ" and head.dep_ == "ROOT" and any(children(head, "ccomp")) and any(children(head, "prep"))


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
    if is_verb(head) and any(_is_of_arms(draft, each) for each in patients(head)):
        return True
    who = agents(verb) if is_verb(verb) else []
    named = any(draft.found_in(Actor, each.left_edge.idx, each.idx + len(each)) for each in who)
    return named or any(is_armed(token) for token in draft.phrase(start, end))


def _is_of_arms(draft: Draft, whom: Token) -> bool:
    """Whether what is hit is a military site: a base, a depot of arms."""
    start, end = whom.left_edge.idx, whom.idx + len(whom)
    sites = (hit for hit in draft.words("infrastructure") if start <= hit.start < end)
    return STORE.search(draft.text, start, end) is not None or any(hit.entry.category == "military" for hit in sites)


def _deed(head: Token, kind: EventType, hit: Hit) -> Deed:
    modes = hit.entry.many("modes")
    if (is_verb(head) and not _is_gerund(head) and not _is_misread(head)) or is_present_act(head):
        who, whom = who_acts(head)
        who += prepositional(head, "with") if kind == "ground_clash" else []
        return Deed(kind, head.i, modes, _indexes(who), _indexes(whom))
    verb = clause_of(head)
    owners = [*children(head, "poss")]
    who = [*prepositional(head, "by", "from"), *children(head, "amod", "compound", "nmod"), *_of_launching(head)]
    who += children(head, "nsubj") if _is_misread(head) else []
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
        who += prepositional(head.head, "between") if head.dep_ in {"nsubj", "nsubjpass", "dobj"} else []
    return Deed(kind, head.i, modes, _indexes(who), _indexes(whom), nominal=True)


def _of_launching(noun: Token) -> list[Token]:
    """Who does the act that a participle behind its noun ascribes: "strikes launched on Monday by X"."""
    verbs = [each for each in children(noun, "acl", "relcl") if word(each) in _LIGHT - {"claimed"}]
    return [each for verb in verbs for each in agents(verb) if each.i != noun.i]


def _indexes(tokens: list[Token]) -> tuple[int, ...]:
    return tuple(each.i for each in tokens if is_noun(each) or each.tag_ == "JJ")
