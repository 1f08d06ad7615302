"""Matching reports that leave the day or the town out: they may join, with reasons, and never against the rest."""

from dataclasses import replace
from datetime import date, timedelta

from tests.match.test_match import ALDOVA, BRUMA, DAY, SHELLING, day, groups
from tests.telling import figure, line, told

from everyclaim.match import Told, match
from everyclaim.model import Actor, Happening, Kind, Place, When

COUNTRY = Place("Kosovo", "Kosovo", "XK", None, 42.6, 20.9, "geonames:9", "country", "country")
NORLAND, SUDLAND = Actor("Norland", "NOR:MIL"), Actor("Sudland", "SUD:MIL")


def event(path: str, where: Place | None, when: When | None = None, **rest: object) -> Told:
    """Build a report of one event; `by`, `killed`, `kind`, `words`, `after` (days until it is printed) may be given."""
    lines = [line(str(rest.get("words", "The shelling")), rest.get("kind", SHELLING))]  # type: ignore[arg-type]
    if where is not None:
        lines.append(line(f"of {where.name}", where))
    if when is not None:
        lines.append(line("that day", when))
    if isinstance(by := rest.get("by"), Actor):
        lines.append(line(f"by {by.name}", by))
    if isinstance(killed := rest.get("killed"), int):
        lines.append(line(f"{killed} people were killed", figure("killed", killed)))
    after = rest.get("after", 0)
    return told(path, DAY + timedelta(days=after if isinstance(after, int) else 0), lines)


def grouped(*reports: Told) -> set[frozenset[str]]:
    return groups(match(reports), list(reports))


APART = {frozenset({"a"}), frozenset({"b"})}
TOGETHER = {frozenset({"a", "b"})}


def test_a_report_without_a_day_joins_where_town_attacker_act_and_figure_agree() -> None:
    dated = event("a", ALDOVA, day(DAY), by=NORLAND, killed=14)
    assert grouped(dated, event("b", ALDOVA, by=NORLAND, killed=14, after=8)) == TOGETHER
    later = event("b", ALDOVA, by=NORLAND, killed=14, after=8)
    reasons = [each.text for join in match([dated, later]).joins for each in join.reasons]
    assert any("names no day" in each for each in reasons)


def test_town_and_act_alone_do_not_date_a_report() -> None:
    assert grouped(event("a", ALDOVA, day(DAY)), event("b", ALDOVA, after=3)) == APART


def test_a_report_cannot_tell_of_what_came_after_it_or_long_before() -> None:
    dated = event("a", ALDOVA, day(DAY), by=NORLAND, killed=14)
    for after in (-2, 45):
        assert grouped(dated, event("b", ALDOVA, by=NORLAND, killed=14, after=after)) == APART


def test_what_is_not_spoken_of_as_known_is_of_the_week_before() -> None:
    dated = event("a", ALDOVA, day(DAY), by=NORLAND, killed=14)
    assert grouped(dated, event("b", ALDOVA, by=NORLAND, killed=14, after=5, words="A shelling")) == TOGETHER
    assert grouped(dated, event("b", ALDOVA, by=NORLAND, killed=14, after=12, words="A shelling")) == APART


def test_other_figures_keep_a_report_without_a_day_apart() -> None:
    dated = event("a", ALDOVA, day(DAY), by=NORLAND, killed=14)
    assert grouped(dated, event("b", ALDOVA, by=NORLAND, killed=33, after=3)) == APART


def test_a_report_without_a_day_that_fits_two_days_joins_neither() -> None:
    reports = [
        event("a", ALDOVA, day(DAY), by=NORLAND, killed=14),
        event("b", ALDOVA, day(DAY), by=NORLAND, killed=14),
        event("c", ALDOVA, day(DAY + timedelta(days=3)), by=NORLAND, killed=14),
        event("d", ALDOVA, by=NORLAND, killed=14, after=6),
    ]
    found = match(reports)
    assert groups(found, reports) == {frozenset({"a", "b"}), frozenset({"c"}), frozenset({"d"})}
    assert any(each.doubtful for each in found.refusals)


def test_a_report_placed_in_the_country_joins_when_it_names_the_town_elsewhere() -> None:
    placed = event("a", ALDOVA, day(DAY), by=NORLAND)
    vague = event("b", COUNTRY, day(DAY), by=NORLAND)
    told_of = [line("Shells hit", SHELLING), line("Kosovo", COUNTRY), line("on Monday", day(DAY))]
    stronghold = line("Aldova is a stronghold.", NORLAND, field="affiliation")
    naming = told("b", DAY, [*told_of, line("by Norland", NORLAND), stronghold])
    assert grouped(placed, vague) == APART
    assert grouped(placed, naming) == TOGETHER
    assert "named_town" in {each.feature for join in match([placed, naming]).joins for each in join.reasons}


def test_a_town_where_the_report_tells_of_something_else_does_not_place_its_news() -> None:
    placed = event("a", ALDOVA, day(DAY), by=NORLAND)
    both = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))
    told_of = [line("Shells hit", SHELLING), line("Kosovo", COUNTRY), line("on Monday", day(DAY))]
    arrest = [line("Police made an arrest", Kind("arrest"), about=["h2"]), line("in Aldova", ALDOVA, about=["h2"])]
    naming = told("b", DAY, [*told_of, line("by Norland", NORLAND), *arrest], happenings=both)
    assert grouped(placed, naming) >= {frozenset({"a"})}


def test_one_group_has_one_side_in_every_country_and_two_groups_two() -> None:
    here, there = Actor("Red Dawn", "XKX:REB:red-dawn"), Actor("Red Dawn", "ALB:REB:red-dawn")
    other = Actor("Grey Dawn", "XKX:REB:grey-dawn")
    month = When(date(2020, 3, 1), date(2020, 3, 31), "month")
    joined = match([event("a", ALDOVA, month, by=here, killed=64), event("b", ALDOVA, month, by=there, killed=64)])
    assert len(joined.incidents) == 1
    assert any(each.text == "Both name red-dawn." for join in joined.joins for each in join.reasons)
    assert (
        grouped(event("a", ALDOVA, month, by=here, killed=64), event("b", ALDOVA, month, by=other, killed=64)) == APART
    )


def test_a_car_bomb_and_an_air_raid_of_one_day_and_town_need_more_than_that() -> None:
    bomb, raid = Kind("ied_mine_uxo"), Kind("air_strike")
    assert grouped(event("a", ALDOVA, day(DAY), kind=bomb), event("b", ALDOVA, day(DAY), kind=raid)) == APART
    counted = [event(name, ALDOVA, day(DAY), kind=kind, killed=43) for name, kind in (("a", bomb), ("b", raid))]
    assert grouped(*counted) == TOGETHER


def test_a_town_unknown_to_the_gazetteer_lies_only_around_the_one_whose_point_it_has() -> None:
    unlisted = replace(ALDOVA, name="Kolm", gazetteer_name=None, gazetteer=None, lat=42.9, lon=20.9)
    listed = replace(ALDOVA, name="Kolm", gazetteer_name="Kolm", gazetteer="geonames:7", lat=42.5, lon=20.1)
    assert grouped(event("a", unlisted, day(DAY)), event("b", listed, day(DAY))) == TOGETHER


def test_figures_and_names_stand_in_for_a_place_that_a_report_leaves_out() -> None:
    words = "Masked Redshirts beheaded captives on a pontoon, a Livonian website said"
    placed = event("a", COUNTRY, day(DAY), kind=Kind("execution_killing"), killed=23, words=words)
    placeless = event("b", None, day(DAY), kind=Kind("execution_killing"), killed=23, words=words, after=6)
    assert grouped(placed, placeless) == TOGETHER
    uncounted = event("b", None, day(DAY), kind=Kind("execution_killing"), words=words, after=6)
    assert grouped(placed, uncounted) == APART


def beside(words: str, *lines: object) -> Told:
    """Build a report of one main event and one other, with the lines given about the other."""
    happenings = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))
    made = [line("A shelling", SHELLING), line("of Bruma", BRUMA), line("on Monday", day(DAY))]
    made += [line(words, Kind("attack_unclear"), about=["h2"]), *lines]  # type: ignore[list-item]
    return told("a", DAY, made, happenings=happenings)


def test_an_act_only_spoken_of_as_known_opens_no_incident_without_day_and_place() -> None:
    there = line("in Aldova", ALDOVA, about=["h2"])
    assert len(match([beside("The raids drew anger", there)]).incidents) == 1
    assert len(match([beside("The raids drew anger", there, line("on Friday", day(DAY), about=["h2"]))]).incidents) == 2
    assert len(match([beside("Two raids were flown", there)]).incidents) == 2
    assert len(match([beside("The raids went on", line("12 died", figure("killed", 12), about=["h2"]))]).incidents) == 2


def test_background_with_the_day_and_place_of_another_event_opens_no_incident() -> None:
    def report(about: list[str]) -> Told:
        happenings = (Happening("h1", "", "main", "happened"), Happening("h2", "", "background", "happened"))
        made = [line("A shelling", SHELLING), line("An earlier raid", Kind("armed_attack"), about=["h2"])]
        made += [line("in Bruma", BRUMA, about=about), line("on Monday", day(DAY), about=about)]
        return told("a", DAY, made, happenings=happenings)

    assert len(match([report(["h1", "h2"])]).incidents) == 1
    assert len(match([report(["h2"])]).incidents) == 2
