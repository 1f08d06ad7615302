"""Figures of another event that one report gives this one: they stand beside it and set no bound.

Where it stands: `prepare` asks it in step A. A sentence like "the raids, which left 42 dead" may carry the dead of a
bombing told of in the same week. What shows it is in the reports of the incident themselves: another of them counts
that number for another event, nobody else counts it for this one, and the report that does also gives a number for
this one that others share.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from everyclaim.assess.materials import Materials
from everyclaim.model import Claim, Figure, Harm, Incident

LEAST = 10
"""Smaller numbers are counted of many events; that two events of a week share one shows nothing."""


class _Count(NamedTuple):
    report: str
    harm: Harm
    number: int


def find_borrowed(claims: Sequence[Claim], incident: Incident, told: Sequence[Materials]) -> frozenset[str]:
    """Find the ids of the claims of an incident that are rather another event's.

    Args:
        claims: those of the incident.
        incident: for its happenings.
        told: the reports of the incident; any others are not looked at.
    """
    members = {report for report, _ in incident.happenings}
    here = {count for claim in claims for count in _counts(claim)}
    elsewhere = {
        count
        for each in told
        if each.report.id in members
        for claim in each.claims
        if not any((claim.report, happening) in incident.happenings for happening in claim.about)
        for count in _counts(claim)
    }
    return frozenset(claim.id for claim in claims for count in _counts(claim) if _is_borrowed(count, here, elsewhere))


def _counts(claim: Claim) -> Iterator[_Count]:
    figure = claim.value.meaning
    if isinstance(figure, Figure) and claim.standing == "asserted" and figure.scope == "happening":
        yield from (_Count(claim.report, figure.harm, each) for each in {figure.number, figure.number_high} if each)


def _is_borrowed(count: _Count, here: set[_Count], elsewhere: set[_Count]) -> bool:
    if count.number < LEAST or not any(_of_another(each, count) for each in elsewhere):
        return False
    if any(_of_another(each, count) for each in here):
        return False
    own = {each.number for each in here if each.report == count.report and each.harm == count.harm}
    shared = {each.number for each in here if each.report != count.report and each.harm == count.harm}
    return bool(own & shared)


def _of_another(each: _Count, count: _Count) -> bool:
    return each.report != count.report and (each.harm, each.number) == (count.harm, count.number)
