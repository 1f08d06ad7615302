"""Others counted beside people of one status are taken for people like them, and the row says so."""

from tests.assess import made
from tests.telling import Line, figure, line, told

from everyclaim.assess import policies
from everyclaim.model import Assessment

EVERYCLAIM = policies()[0]
SEVEN = line("killed seven villagers", figure("killed", 7, status="civilian"))
SOLDIERS = line("killed two soldiers", figure("killed", 2, status="combatant"))
OTHERS = line("injured nine other people", figure("injured", 9))
PEOPLE = line("injured nine people", figure("injured", 9))


def assessed(*lines: Line) -> Assessment:
    return made.assessed([told("a", made.DAY, [*made.EVENT, *lines])], EVERYCLAIM)


def statuses(*lines: Line) -> set[str]:
    return {str(row.status) for row in assessed(*lines).harm if row.kind == "injured"} - {"all"}


def test_others_are_like_those_counted_before_them() -> None:
    assert statuses(SEVEN, OTHERS) == {"civilian"}


def test_people_are_not_others() -> None:
    assert statuses(SEVEN, PEOPLE) == {"unknown"}


def test_others_beside_people_of_two_statuses_stay_without_one() -> None:
    assert statuses(SOLDIERS, SEVEN, OTHERS) == {"unknown"}


def test_others_told_before_any_count_stay_without_a_status() -> None:
    assert statuses(OTHERS, SEVEN) == {"unknown"}


def test_the_row_names_the_claim_that_the_status_was_taken_from() -> None:
    (row,) = (each for each in assessed(SEVEN, OTHERS).harm if each.kind == "injured" and each.status == "civilian")
    (reason,) = (each for each in row.reasons if each.bound == "status")
    assert (reason.rule, len(reason.claims)) == ("others_like_those_before", 2)
