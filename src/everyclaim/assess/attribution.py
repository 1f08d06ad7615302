"""Who is said to have struck, and whether all of it can be true: joint attackers do not compete (codebook, 6.2)."""

from collections import defaultdict
from dataclasses import dataclass

from everyclaim.assess.parties import speaks_for
from everyclaim.assess.prepare import TOLD, Prepared
from everyclaim.assess.sides import same_side, side_of
from everyclaim.model import Actor

FIELDS = frozenset({"by", "responsibility"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Sides named as attackers.

    `named`: each with the claims that name it; `declared`: those that say so themselves; `denied`: claims that deny it;
    `competing`: sides that cannot have struck jointly, by what is said.
    """

    named: dict[str, tuple[str, ...]]
    declared: dict[str, tuple[str, ...]]
    denied: tuple[str, ...]
    competing: tuple[str, ...]


def attribute(prepared: Prepared) -> Attribution:
    """Gather who is said to have struck."""
    known: dict[str, Actor] = {}
    named: dict[str, list[str]] = defaultdict(list)
    declared: dict[str, list[str]] = defaultdict(list)
    tellings: dict[str, set[str]] = defaultdict(set)
    denied: list[str] = []
    for each in prepared.spoken:
        actor = each.claim.value.meaning
        if each.claim.field not in FIELDS or not isinstance(actor, Actor) or each.claim.modality not in TOLD:
            continue
        if each.claim.standing == "denied" or actor.basis == "denial":
            denied.append(each.claim.id)
            continue
        side = _side(actor, known)
        named[side].append(each.claim.id)
        tellings[each.origin].add(side)
        if actor.basis == "self_claim" or speaks_for(each.voice, actor):
            declared[side].append(each.claim.id)
    competing = _competing(set(named), set(declared), list(tellings.values()))
    return Attribution(_sorted(named), _sorted(declared), tuple(sorted(denied)), competing)


def _side(actor: Actor, known: dict[str, Actor]) -> str:
    """The side of an actor: that of the same one named before, also where only one of the two has a code."""
    for side, other in known.items():
        if _is_one(actor, other):
            return side
    side = side_of(actor.code) if actor.code is not None else actor.name.casefold()
    known[side] = actor
    return side


def _is_one(actor: Actor, other: Actor) -> bool:
    if actor.code is not None and other.code is not None:
        return same_side(actor.code, other.code)
    first, second = actor.name.casefold(), other.name.casefold()
    return first in second or second in first


def _competing(named: set[str], declared: set[str], tellings: list[set[str]]) -> tuple[str, ...]:
    """Sides that nobody names together and that did not all declare the strike themselves."""
    joint = set(declared) if len(declared) > 1 else set()
    for sides in tellings:
        if len(sides) > 1:
            joint |= sides
    apart = named - joint
    if len(named) < 2 or not apart:
        return ()
    return tuple(sorted(named))


def _sorted(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {side: tuple(sorted(claims)) for side, claims in sorted(found.items())}
