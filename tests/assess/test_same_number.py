"""A number of people without a status is the civilians' where another report counts that many civilians."""

from tests.assess import made
from tests.telling import Line, figure, line, told, voice

from everyclaim.assess import policies
from everyclaim.model import Assessment

EVERYCLAIM = policies()[0]
PEOPLE = line("nine people were killed", figure("killed", 9))
CIVILIANS = line("nine civilians were killed", figure("killed", 9, status="civilian"))
FIGHTERS = line("nine fighters were killed", figure("killed", 9, status="combatant"))
CLAIMED = line("forty militants died", figure("killed", 40, status="contested"), said_by=[voice("army", "XAL:MIL")])


def assessed(*papers: Line) -> Assessment:
    reports = [told(f"paper-{at}", made.DAY, [*made.EVENT, each]) for at, each in enumerate(papers)]
    return made.assessed(reports, EVERYCLAIM)


def rows(*papers: Line) -> dict[str, tuple[int | None, int | None]]:
    return {str(row.status): (row.low, row.high) for row in assessed(*papers).harm if row.kind == "killed"}


def test_they_are_the_civilians_and_no_count_of_everybody() -> None:
    assert rows(PEOPLE, CIVILIANS, CLAIMED) == {"all": (9, 49), "civilian": (9, 9), "contested": (0, 40)}


def test_alone_or_beside_fighters_they_keep_no_status() -> None:
    assert set(rows(PEOPLE)) == {"all", "unknown"}
    assert "unknown" in rows(PEOPLE, FIGHTERS)
    assert "unknown" in rows(PEOPLE, CIVILIANS, FIGHTERS)


def test_the_row_gives_both_claims_as_the_reason() -> None:
    (row,) = (each for each in assessed(PEOPLE, CIVILIANS).harm if (each.kind, each.status) == ("killed", "civilian"))
    (reason,) = (each for each in row.reasons if each.bound == "status")
    assert (reason.rule, len(reason.claims)) == ("same_number_as_civilians", 2)


def test_men_may_be_the_civilians_of_that_number() -> None:
    men = line("nine men were killed", figure("killed", 9, group="man"))
    assert rows(men, CIVILIANS)["all"] == (9, 9)


def test_people_of_no_reported_status_may_be_among_the_civilians() -> None:
    women = line("five women were killed", figure("killed", 5, group="woman"))
    assert rows(women, CIVILIANS)["all"] == (9, 14)
    assert rows(women, CLAIMED)["all"] == (5, 45)
    (row,) = (each for each in assessed(women, CIVILIANS).harm if (each.kind, each.status) == ("killed", "all"))
    assert next(each.rule for each in row.reasons if each.bound == "low") == "largest_part"
