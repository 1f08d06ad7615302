"""What an origin says now: updates supersede, repeats and roundings do not, parts of one report are no tolls."""

from datetime import date, timedelta
from typing import Any

from tests.assess import made
from tests.telling import Line, figure, line, told, voice

from everyclaim.assess import policies
from everyclaim.match import Told

EVERYCLAIM, AIRWARS = policies()
MONITOR, SECOND, HOSPITAL = made.VOICES[3], made.VOICES[4], made.VOICES[2]


def said(
    number: int | None, high: int | None = -1, expression: str = "exact", by: Any = MONITOR, **changes: Any
) -> Line:
    value = figure("killed", number, high, expression, status="civilian", **changes)
    return line(f"{expression} {number} {high}", value, said_by=[by] if by else [])


def paper(name: str, *lines: Line, on: date = made.DAY, after: int = 0) -> Told:
    return told(name, on + timedelta(days=after), [*made.EVENT, *lines])


def killed(*reports: Told, by: Any = EVERYCLAIM) -> tuple[int | None, int | None, bool]:
    found: tuple[int | None, int | None, bool] = made.bounds(made.assessed(reports, by))[
        "killed", "civilian", None, None
    ]
    return found


def test_a_first_hours_toll_is_replaced_by_the_same_voices_later_one() -> None:
    assert killed(paper("a", said(4)), paper("b", said(9), after=1)) == (9, 9, False)


def test_a_toll_may_be_corrected_downwards() -> None:
    assert killed(paper("a", said(9)), paper("b", said(4), after=1)) == (4, 4, False)


def test_an_old_toll_told_again_later_is_no_correction() -> None:
    assert killed(paper("a", said(4)), paper("b", said(9), after=1), paper("c", said(4), after=2)) == (9, 9, False)


def test_versions_of_one_day_are_taken_together() -> None:
    assert killed(paper("a", said(40, 50, "range")), paper("b", said(30, 50, "range"))) == (30, 50, False)


def test_a_number_printed_the_next_day_that_meets_the_first_is_a_version_of_it() -> None:
    first, next_day = paper("a", said(50, None, "at_least")), paper("b", said(40, 50, "range"), after=1)
    assert killed(first, next_day) == (40, 50, True)
    assert killed(first, paper("b", said(40, 50, "range"), after=2)) == (40, 50, False)


def test_a_rounding_of_a_range_adds_nothing() -> None:
    assert killed(paper("a", said(40, 50, "range")), paper("b", said(50, 50, "about"))) == (40, 50, False)


def test_smaller_numbers_of_one_voice_in_one_report_are_parts() -> None:
    assert killed(paper("a", said(7), said(4), said(3))) == (7, 7, False)


def test_two_origins_span_a_range() -> None:
    assert killed(paper("a", said(5)), paper("b", said(9, by=SECOND))) == (5, 9, False)


def test_a_figure_that_most_origins_give_raises_the_least() -> None:
    others = [said(7, by=voice(f"Monitor {name}", kind="investigator")) for name in ("One", "Two", "Three")]
    assert killed(paper("a", said(5), *others)) == (7, 7, False) or killed(paper("a", said(5), *others))[0] == 7


def test_a_vague_word_raises_the_most_and_never_lowers_the_least() -> None:
    assert killed(paper("a", said(16)), paper("b", said(None, None, "dozens", by=SECOND))) == (16, 24, False)
    assert killed(paper("a", said(2)), paper("b", said(None, None, "dozens", by=SECOND))) == (2, 24, False)


def test_a_hospital_counts_who_reached_it() -> None:
    assert killed(paper("a", said(16, by=HOSPITAL))) == (16, 16, True)
    assert killed(paper("a", said(16, by=HOSPITAL)), by=AIRWARS) == (16, 16, False)


def test_up_to_gives_the_most_alone() -> None:
    assert killed(paper("a", said(None, 12, "up_to"))) == (1, 12, False)
    assert killed(paper("a", said(None, 12, "up_to")), paper("b", said(5, by=SECOND))) == (5, 12, False)


def test_people_told_one_by_one_raise_the_least() -> None:
    told_singly = said(6, expression="inferred", by=SECOND)
    assert killed(paper("a", said(4)), paper("b", told_singly)) == (6, 6, False)


def test_a_headlines_number_is_that_of_the_voice_in_the_body() -> None:
    found = made.assessed([paper("a", said(5, by=None), said(5))], EVERYCLAIM)
    assert found.grade == "Weak"


def test_the_attackers_own_dead_are_a_row_of_their_own() -> None:
    reports = [
        paper("a", said(5), line("two attackers died", figure("killed", 2, of="attackers", flags=("perpetrator",))))
    ]
    rows = made.bounds(made.assessed(reports, EVERYCLAIM))
    assert rows["killed", "combatant", None, "XAL"][:2] == (2, 2)
    assert rows["killed", "all", None, None][:2] == (7, 7)
    whole = next(each for each in made.assessed(reports, EVERYCLAIM).harm if each.status == "all")
    assert (whole.said_low, whole.said_high) == (5, 5)


def test_people_of_no_stated_status_are_civilians_for_airwars_alone() -> None:
    reports = [paper("a", line("twelve people", figure("killed", 12)))]
    assert ("killed", "civilian", None, None) in made.bounds(made.assessed(reports, AIRWARS))
    assert ("killed", "unknown", None, None) in made.bounds(made.assessed(reports, EVERYCLAIM))


def test_what_fighters_a_witness_counts_takes_the_attackers_militants_in() -> None:
    army = line("20 militants", figure("killed", 20, status="contested"), said_by=[made.VOICES[5]])
    seen = line("3 fighters", figure("killed", 3, status="combatant"), said_by=[MONITOR])
    rows = made.bounds(made.assessed([paper("a", army, seen)], EVERYCLAIM))
    assert rows["killed", "combatant", None, None][:2] == (3, 20)
    assert ("killed", "contested", None, None) not in rows
