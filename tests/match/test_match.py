"""Matching: confusable incidents stay apart, follow-ups join, order and repetition change nothing, persons win."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assess import derna
from tests.telling import figure, line, told

from everyclaim.match import Matching, Told, match
from everyclaim.model import Actor, Happening, Judgement, Kind, Place, Reason, When

DAY = date(2020, 3, 9)
ALDOVA = Place("Aldova", "Aldova", "XK", "North", 42.5, 20.5, "geonames:1", "settlement", "settlement")
BRUMA = Place("Bruma", "Bruma", "XK", "North", 42.6, 21.4, "geonames:2", "settlement", "settlement")
NORTH = Place("North Province", "North", "XK", "North", 42.5, 20.9, "geonames:3", "province", "province")
SHELLING = Kind("shelling")


def day(at: date) -> When:
    return When(at, at, "day")


def report(path: str, kind: Kind = SHELLING, where: Place = ALDOVA, when: When | None = None, **rest: object) -> Told:
    """Build a report of one event; `killed`, `by` and `published` may be given."""
    published = rest.get("published", DAY)
    lines = [line("The shelling", kind), line(f"of {where.name}", where)]
    if when is not None:
        lines.append(line("that day", when))
    if isinstance(killed := rest.get("killed"), int):
        lines.append(line(f"{killed} people were killed", figure("killed", killed)))
    if isinstance(by := rest.get("by"), Actor):
        lines.append(line(f"by {by.name}", by))
    return told(path, published if isinstance(published, date) else None, lines)


def groups(matching: Matching, reports: list[Told]) -> set[frozenset[str]]:
    """Report paths by incident."""
    path = {each.report.id: str(each.report.path) for each in reports}
    return {frozenset(path[key] for key, _ in each.happenings) for each in matching.incidents}


def grouped(*reports: Told) -> set[frozenset[str]]:
    return groups(match(reports), list(reports))


APART = {frozenset({"a"}), frozenset({"b"})}
TOGETHER = {frozenset({"a", "b"})}


def test_two_reports_of_one_day_town_and_type_are_one() -> None:
    assert grouped(report("a", when=day(DAY)), report("b", when=day(DAY))) == TOGETHER


def test_dates_that_differ_beyond_precision_never_merge_whatever_else_agrees() -> None:
    later = day(DAY + timedelta(days=1))
    assert grouped(report("a", when=day(DAY), killed=117), report("b", when=later, killed=117)) == APART


def test_a_week_may_hold_a_day() -> None:
    week = When(DAY - timedelta(days=2), DAY + timedelta(days=4), "week")
    assert grouped(report("a", when=day(DAY), killed=117), report("b", when=week, killed=117)) == TOGETHER


def test_towns_apart_are_two_and_a_town_in_its_province_may_be_one() -> None:
    assert grouped(report("a", when=day(DAY)), report("b", when=day(DAY), where=BRUMA)) == APART
    assert (
        grouped(report("a", when=day(DAY), killed=31), report("b", when=day(DAY), where=NORTH, killed=31)) == TOGETHER
    )


def test_a_later_report_joins_by_the_day_of_the_event_and_not_of_publication() -> None:
    follow_up = report("b", when=day(DAY), published=DAY + timedelta(days=8))
    assert grouped(report("a", when=day(DAY)), follow_up) == TOGETHER


def test_an_abduction_is_no_shelling() -> None:
    assert grouped(report("a", when=day(DAY)), report("b", kind=Kind("abduction"), when=day(DAY))) == APART


def test_a_strike_at_dawn_is_not_one_in_the_evening() -> None:
    dawn, evening = replace(day(DAY), part_of_day="dawn"), replace(day(DAY), part_of_day="evening")
    assert grouped(report("a", when=dawn), report("b", when=evening)) == APART


def test_a_trigger_and_its_reprisal_stay_apart() -> None:
    happenings = (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))
    both = told(
        "a",
        DAY,
        [
            line("The shelling", SHELLING),
            line("of Aldova", ALDOVA),
            line("on Monday", day(DAY)),
            line("the earlier shelling", SHELLING, about=["h2"]),
            line("of Aldova too", ALDOVA, about=["h2"]),
            line("the same Monday", day(DAY), about=["h2"]),
            line("in answer to it", Reason("retaliation_for", "h2"), field="link"),
        ],
        happenings=happenings,
    )
    assert len(match([both]).incidents) == 2


def test_what_fits_two_events_equally_joins_neither_and_is_doubtful() -> None:
    month = When(date(2020, 3, 1), date(2020, 3, 31), "month")
    one, other = report("a", when=day(DAY), killed=61), report("b", when=day(DAY + timedelta(days=3)), killed=61)
    vague = report("c", when=month, killed=61, by=Actor("Army", "XXX:MIL"))
    found = match([one, other, vague])
    assert groups(found, [one, other, vague]) == {frozenset({"a"}), frozenset({"b"}), frozenset({"c"})}
    assert any(each.doubtful for each in found.refusals)


def test_a_country_that_holds_both_towns_does_not_make_them_one() -> None:
    def copied(path: str, town: Place) -> Told:
        country = Place("Kosovo", "Kosovo", "XK", None, 42.6, 20.9, "geonames:9", "country", "country")
        words = [line("Seven died", figure("killed", 7)), line("in shelling", SHELLING), line("on Monday", day(DAY))]
        return told(path, DAY, [*words, line(f"of {town.name},", town), line("Kosovo.", country)])

    assert grouped(copied("a", ALDOVA), copied("b", BRUMA)) == APART


def test_only_what_happened_makes_incidents() -> None:
    planned = report("a", when=day(DAY))
    planned = planned._replace(happenings=[replace(each, modality="planned") for each in planned.happenings])
    assert match([planned]).incidents == ()
    assert match([report("b", kind=Kind("agreement_ceasefire"), when=day(DAY))]).incidents == ()


def test_joins_and_refusals_tell_their_reasons() -> None:
    found = match([report("a", when=day(DAY)), report("b", when=day(DAY)), report("c", when=day(DAY), where=BRUMA)])
    assert {each.feature for join in found.joins for each in join.reasons} >= {"same_days", "same_place", "same_kind"}
    assert any(each.reasons[0].feature == "different_places" for each in found.refusals)
    reasons = [reason for join in found.joins for reason in join.reasons]
    reasons += [reason for refusal in found.refusals for reason in refusal.reasons]
    assert all(each.text for each in reasons)


def test_copies_of_one_wire_story_are_found() -> None:
    body = " ".join(f"word{number}" for number in range(60))
    wire = told("a", DAY, [line(body, SHELLING)])
    copy = told("b", DAY, [line(body, SHELLING), line("Own reporters added a line.", ALDOVA)])
    assert match([wire, copy]).copies == (tuple(sorted((wire.report.id, copy.report.id))),)


def test_the_worked_cases_confusables_stay_apart() -> None:
    found = groups(match([*derna.everything(), *derna.confusable()]), [*derna.everything(), *derna.confusable()])
    for other in derna.confusable():
        assert frozenset({str(other.report.path)}) in found


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.integers(0, 3))
def test_order_and_repetition_change_nothing(rng: random.Random, twice: int) -> None:
    reports = [*derna.everything(), *derna.confusable()]
    mixed = [*reports, *reports[:twice]]
    rng.shuffle(mixed)
    assert match(mixed) == match(reports)


places = st.sampled_from((ALDOVA, BRUMA, NORTH))
whens = st.builds(
    lambda at, wide: When(DAY + timedelta(days=at), DAY + timedelta(days=at + wide), "days"),
    st.integers(0, 4),
    st.integers(0, 3),
)
made = st.lists(
    st.tuples(places, st.none() | whens, st.sampled_from(("shelling", "air_strike", "abduction")), st.integers(1, 40)),
    max_size=7,
)


@given(made, st.randoms(use_true_random=False))
def test_made_cases_are_indifferent_to_order_too(
    rows: list[tuple[Place, When | None, str, int]], rng: random.Random
) -> None:
    reports = [
        report(f"paper-{at}", Kind(kind), where, when, killed=killed)  # type: ignore[arg-type]
        for at, (where, when, kind, killed) in enumerate(rows)
    ]
    shuffled = list(reports)
    rng.shuffle(shuffled)
    assert match(shuffled) == match(reports)


@given(made)
def test_no_group_holds_two_events_that_a_report_tells_apart_or_days_that_differ(
    rows: list[tuple[Place, When | None, str, int]],
) -> None:
    reports = [
        report(f"paper-{at}", Kind(kind), where, when, killed=killed)  # type: ignore[arg-type]
        for at, (where, when, kind, killed) in enumerate(rows)
    ]
    days = {
        each.report.id: next((c.value.meaning for c in each.claims if isinstance(c.value.meaning, When)), None)
        for each in reports
    }
    for incident in match(reports).incidents:
        known = [when for key, _ in incident.happenings if (when := days[key]) is not None]
        assert all(
            one.earliest <= other.latest and other.earliest <= one.latest  # type: ignore[operator]
            for one in known
            for other in known
        )


def judged(verdict: str, *about: str, at: int = 0, **changes: object) -> Judgement:
    made_at = datetime(2020, 4, 1, 12, at, tzinfo=UTC)
    return replace(Judgement(f"j{at}", verdict, about, "reviewer", made_at, "looked at both"), **changes)  # type: ignore[arg-type]


def key(each: Told) -> str:
    return f"{each.report.id}#h1"


def test_a_judgement_always_wins() -> None:
    one, other = report("a", when=day(DAY)), report("b", when=day(DAY))
    far = report("c", when=day(DAY + timedelta(days=30)), where=BRUMA)
    apart = judged("not_same", key(one), key(other))
    assert groups(match([one, other], [apart]), [one, other]) == APART
    together = judged("same", key(one), key(far))
    assert groups(match([one, far], [together]), [one, far]) == {frozenset({"a", "c"})}


def test_the_latest_judgement_holds_and_a_withdrawn_one_stays_withdrawn() -> None:
    one, other = report("a", when=day(DAY)), report("b", when=day(DAY))
    apart, same = judged("not_same", key(one), key(other)), judged("same", key(one), key(other), at=1)
    assert groups(match([one, other], [same, apart]), [one, other]) == TOGETHER
    withdrawn = judged("withdraw", apart.id, at=2)
    assert groups(match([one, other], [apart, withdrawn]), [one, other]) == TOGETHER


def test_a_judgement_may_name_incidents() -> None:
    one, far = report("a", when=day(DAY)), report("b", when=day(DAY + timedelta(days=30)), where=BRUMA)
    before = match([one, far]).incidents
    same = judged("same", *(each.id for each in before))
    after = match([one, far], [same], before)
    assert len(after.incidents) == 1
    assert after.incidents[0].previous_codes == (before[1].id,)
