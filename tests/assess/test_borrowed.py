"""A number that one report gives this event, and another report of it gives another event, sets no bound here."""

from tests.assess import made
from tests.telling import Line, figure, line, told

from everyclaim.assess import assess, policies, register_of
from everyclaim.match import Told
from everyclaim.model import Assessment, Happening, Incident

OTHER = ["h2"]


def paper(name: str, *lines: Line) -> Told:
    happenings = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))
    return told(name, made.DAY, [*made.EVENT, *lines], happenings=happenings)


def dead(number: int, **rest: object) -> Line:
    return line(f"{number} people were killed", figure("killed", number), **rest)


def assessed(*reports: Told) -> Assessment:
    claims = tuple(sorted(claim.id for each in reports for claim in each.claims if "h1" in claim.about))
    incident = Incident("EC-1", tuple(sorted((each.report.id, "h1") for each in reports)), claims)
    return assess(incident, reports, register_of(reports, ()), policies()[0])


def span(made_of: Assessment) -> tuple[int | None, int | None]:
    return next((row.said_low, row.said_high) for row in made_of.harm if (row.kind, row.status) == ("killed", "all"))


MONITOR = paper("monitor", dead(9), dead(38, about=OTHER))
MIXED = paper("mixed", dead(9), dead(38))


def test_the_other_events_number_stands_beside() -> None:
    found = assessed(MONITOR, MIXED)
    assert span(found) == (9, 9)
    assert len(found.beside) == 1


def test_a_number_that_a_third_report_gives_too_counts() -> None:
    assert span(assessed(MONITOR, MIXED, paper("third", dead(38)))) == (9, 38)


def test_a_report_that_shares_no_other_number_keeps_its_own() -> None:
    assert span(assessed(MONITOR, paper("mixed", dead(38)))) == (9, 38)


def test_small_numbers_and_those_of_no_other_event_count() -> None:
    assert span(assessed(paper("monitor", dead(9), dead(4, about=OTHER)), paper("mixed", dead(9), dead(4))))[1] == 9
    assert span(assessed(paper("monitor", dead(9)), MIXED)) == (9, 38)
