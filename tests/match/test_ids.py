"""Ids of incidents: allotted once, never reused; merges leave redirects, splits bring back what was merged."""

from datetime import timedelta

from tests.match.test_match import BRUMA, DAY, day, judged, key, report

from everyclaim.match import Group, allot, match
from everyclaim.model import Incident, When


def group(*reports: str, prefix: str = "EC-XKX-20200309") -> Group:
    return Group(frozenset((each, "h1") for each in reports), frozenset(f"c-{each}" for each in reports), prefix)


def incident(code: str, *reports: str, previous: tuple[str, ...] = ()) -> Incident:
    made = group(*reports)
    return Incident(code, tuple(sorted(made.happenings)), tuple(sorted(made.claims)), previous_codes=previous)


def codes(*groups: Group, already: tuple[Incident, ...] = ()) -> list[str]:
    return [each.id for each in allot(groups, already)]


def test_ids_count_up_within_a_country_and_day() -> None:
    assert codes(group("a"), group("b"), group("c", prefix="EC-XXX-00000000")) == [
        "EC-XKX-20200309-001",
        "EC-XKX-20200309-002",
        "EC-XXX-00000000-001",
    ]


def test_an_id_stays_with_its_incident_when_others_come() -> None:
    first = incident("EC-XKX-20200309-001", "b")
    assert codes(group("a"), group("b", "c"), already=(first,)) == ["EC-XKX-20200309-002", "EC-XKX-20200309-001"]


def test_an_id_stays_when_day_or_country_are_corrected() -> None:
    assert codes(group("a", prefix="EC-LBY-20200310"), already=(incident("EC-XKX-20200309-001", "a"),)) == [
        "EC-XKX-20200309-001"
    ]


def test_an_id_outlasts_a_re_reading_that_renames_happenings() -> None:
    renamed = Group(frozenset({("a", "h7")}), frozenset({"c-a"}), "EC-XKX-20200309")
    assert codes(renamed, already=(incident("EC-XKX-20200309-001", "a"),)) == ["EC-XKX-20200309-001"]


def test_an_id_is_never_given_again() -> None:
    gone = incident("EC-XKX-20200309-001", "x", previous=("EC-XKX-20200309-002",))
    assert codes(group("a"), already=(gone,)) == ["EC-XKX-20200309-003"]


def test_a_merge_leaves_the_other_id_as_a_redirect() -> None:
    before = (incident("EC-XKX-20200309-001", "a", "b"), incident("EC-XKX-20200309-002", "c"))
    merged = allot([group("a", "b", "c")], before)
    assert merged[0] == ("EC-XKX-20200309-001", ("EC-XKX-20200309-002",))


def test_a_split_after_a_merge_returns_the_earlier_incidents() -> None:
    merged = incident("EC-XKX-20200309-001", "a", "b", "c", previous=("EC-XKX-20200309-002",))
    before = (merged, incident("EC-XKX-20200309-002", "c"))
    found = allot([group("a", "b"), group("c")], before)
    assert [each.id for each in found] == ["EC-XKX-20200309-001", "EC-XKX-20200309-002"]
    assert found[0].previous_codes == ()


def test_merge_and_split_by_judgement_go_there_and_back() -> None:
    one, far = report("a", when=day(DAY)), report("b", when=day(DAY + timedelta(days=30)), where=BRUMA)
    first = match([one, far]).incidents
    same = judged("same", key(one), key(far))
    merged = match([one, far], [same], first).incidents
    known = (*merged, *(each for each in first if each.id not in {one.id for one in merged}))
    back = match([one, far], [same, judged("not_same", key(one), key(far), at=1)], known).incidents
    assert {each.id: each.happenings for each in back} == {each.id: each.happenings for each in first}


def test_country_and_day_make_the_id() -> None:
    named = match([report("a", when=day(DAY))]).incidents[0]
    assert named.id == "EC-XKX-20200309-001"
    month = When(DAY.replace(day=1), DAY.replace(day=31), "month")
    assert match([report("a", when=month)]).incidents[0].id == "EC-XKX-20200300-001"
    assert match([report("a")]).incidents[0].id == "EC-XKX-00000000-001"


def test_reports_added_one_by_one_keep_their_incidents_ids() -> None:
    reports = [report("a", when=day(DAY)), report("b", when=day(DAY), where=BRUMA), report("c", when=day(DAY))]
    known: tuple[Incident, ...] = ()
    for count in range(1, len(reports) + 1):
        after = match(reports[:count], allotted=known).incidents
        assert {each.id for each in known} <= {each.id for each in after}
        known = after
    assert len(known) == 2
