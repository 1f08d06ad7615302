"""What single features say of made pairs: figures that move, sites, attackers anybody could be, denials, two towns."""

from dataclasses import replace
from datetime import timedelta

from tests.match.test_match import ALDOVA, DAY, SHELLING, day, groups
from tests.telling import Line, figure, line, told

from everyclaim.match import Told, match
from everyclaim.model import Actor, Kind, Place, When

MONTH = When(DAY - timedelta(days=8), DAY + timedelta(days=20), "month")
APART = {frozenset({"a"}), frozenset({"b"})}
TOGETHER = {frozenset({"a", "b"})}


def report(path: str, *lines: Line, when: When | None = MONTH, where: Place = ALDOVA, after: int = 0) -> Told:
    days = [line("then", when)] if when is not None else []
    return told(path, DAY + timedelta(days=after), [*lines, line(f"in {where.name}", where), *days])


def grouped(*reports: Told) -> set[frozenset[str]]:
    return groups(match(reports), list(reports))


def features(*reports: Told) -> dict[str, float]:
    found = match(reports)
    reasons = [pair.reasons for pair in found.joins] + [pair.reasons for pair in found.refusals]
    return {each.feature: each.score for told_of in reasons for each in told_of}


SHELLS = line("The shelling", SHELLING)


def dead(number: int) -> Line:
    return line(f"{number} people died", figure("killed", number))


def test_tolls_that_differ_by_less_than_a_fifth_say_a_little() -> None:
    near = features(report("a", SHELLS, dead(21)), report("b", SHELLS, dead(23)))
    same = features(report("a", SHELLS, dead(23)), report("b", SHELLS, dead(23)))
    assert 0 < near["same_figures"] < same["same_figures"]
    assert "same_figures" not in features(report("a", SHELLS, dead(21)), report("b", SHELLS, dead(44)))
    assert "same_figures" not in features(report("a", SHELLS, dead(4)), report("b", SHELLS, dead(5)))


def test_a_site_of_one_kind_joins_and_other_sites_part() -> None:
    mosque, school = line("Shells hit a mosque at noon", SHELLING), line("Shells hit a school at noon", SHELLING)
    assert features(report("a", mosque), report("b", mosque))["same_site"] > 0
    assert features(report("a", mosque), report("b", school))["same_site"] < 0


def test_gunmen_are_anybodys() -> None:
    gunmen, group = line("by gunmen", Actor("gunmen")), line("by the Front", Actor("Front", "XKX:REB:front"))
    assert "same_parties" not in features(report("a", SHELLS, gunmen), report("b", SHELLS, group))
    named = line("by the Grey Guard", Actor("Grey Guard"))
    assert features(report("a", SHELLS, named), report("b", SHELLS, group))["same_parties"] < 0


def test_a_denial_joins_the_event_that_it_names_and_makes_none() -> None:
    denial = report(
        "b",
        line("the army denied that it had shelled the market", SHELLING, standing="denied"),
        line("in which 14 people died", figure("killed", 14), standing="denied"),
        when=None,
        after=2,
    )
    assert match([denial]).incidents == ()
    assert grouped(report("a", SHELLS, dead(14), when=day(DAY)), denial) == TOGETHER
    assert grouped(report("a", SHELLS, dead(14), when=day(DAY + timedelta(days=9))), denial) == {frozenset({"a"})}


def test_two_reports_of_a_week_without_a_day_need_the_rest() -> None:
    one, other = report("a", SHELLS, dead(61), when=None), report("b", SHELLS, dead(61), when=None, after=4)
    assert grouped(one, other) == TOGETHER
    assert grouped(one, report("b", SHELLS, dead(61), when=None, after=20)) == APART
    assert grouped(one, report("b", SHELLS, when=None, after=4)) == APART


def test_two_listed_towns_are_two_and_a_district_reaches_as_far_as_it_does() -> None:
    strike = line("The strike", Kind("air_strike"))
    beside = replace(ALDOVA, name="Kolm", gazetteer_name="Kolm", gazetteer="geonames:7", lat=42.612)
    suburb = replace(beside, lat=42.55)
    assert grouped(report("a", strike, when=day(DAY)), report("b", strike, when=day(DAY), where=beside)) == APART
    assert grouped(report("a", strike, when=day(DAY)), report("b", strike, when=day(DAY), where=suburb)) == TOGETHER
    small = replace(beside, precision="district", point_precision="district", radius_km=6.0)
    large = replace(small, radius_km=30.0)
    assert grouped(report("a", strike, when=day(DAY)), report("b", strike, when=day(DAY), where=small)) == APART
    assert grouped(report("a", strike, when=day(DAY)), report("b", strike, when=day(DAY), where=large)) == TOGETHER


def test_a_pair_of_killings_by_kind_alone_stays_a_pair() -> None:
    shooting = line("A shooting", Kind("shooting_at_civilians"))
    assert grouped(report("a", SHELLS, when=day(DAY)), report("b", shooting, when=day(DAY))) == APART
