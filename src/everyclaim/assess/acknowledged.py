"""What the attackers say of it: of the strike, and of harm to civilians. Two values: one is not the other (5.3)."""

from typing import NamedTuple

from everyclaim.assess.prepare import TOLD, Prepared, harms_civilians
from everyclaim.model import Acknowledged, Actor, Grounds


class Answer(NamedTuple):
    """A value with its grounds; None where nobody of them speaks to it."""

    value: Acknowledged | None
    grounds: Grounds | None


def acknowledged_strike(prepared: Prepared) -> Answer:
    """Yes where an attacker says itself that it struck; denied where the accused deny it and none of them says so."""
    yes: list[str] = []
    no: list[str] = []
    for each in prepared.spoken:
        actor = each.claim.value.meaning
        if not isinstance(actor, Actor) or each.claim.field not in {"by", "responsibility"}:
            continue
        if each.claim.modality not in TOLD or not prepared.parties.is_attacker(each.voice):
            continue
        denies = each.claim.standing == "denied" or actor.basis == "denial"
        (no if denies else yes).append(each.claim.id)
    return _answer("acknowledged_strike", yes, no, "the strike")


def acknowledged_harm(prepared: Prepared) -> Answer:
    """Yes where an attacker accepts that civilians were harmed; denied where one denies it and none accepts it."""
    yes = [
        each.claim.id
        for each in prepared.spoken
        if prepared.parties.is_attacker(each.voice)
        and harms_civilians(each)
        and _says_civilians(each.claim.value.meaning)
    ]
    no = [each.claim.id for each in prepared.positions]
    return _answer("acknowledged_harm", yes, no, "harm to civilians")


def _says_civilians(figure: object) -> bool:
    return getattr(figure, "status", None) in {"civilian", "protected"} and getattr(figure, "side", None) is None


def _answer(bound: str, yes: list[str], no: list[str], what: str) -> Answer:
    if yes:
        return Answer(
            "yes", Grounds(bound, "said_by_an_attacker", tuple(sorted(yes)), f"An attacker acknowledges {what}.")
        )
    if no:
        return Answer(
            "denied", Grounds(bound, "denied_by_an_attacker", tuple(sorted(no)), f"The attackers deny {what}.")
        )
    return Answer(None, None)
