"""The codebook's invariants (15) that assessing must keep, over made claims."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.assess import made
from tests.telling import Line, figure, line, told

from everyclaim import codec
from everyclaim.assess import Policy, assess, policies, register_of
from everyclaim.match import Told
from everyclaim.model import Figure, Kind

EVERYCLAIM, AIRWARS = policies()


@given(made.reports(), made.policy)
def test_1_the_least_is_no_more_than_the_most_and_parts_fit_their_whole(reports: list[Told], policy: Policy) -> None:
    found = made.assessed(reports, policy)
    for row in found.harm:
        assert row.low is not None
        assert row.high is None or 0 <= row.low <= row.high
    for kind, status in {(row.kind, row.status) for row in found.harm if row.group is not None}:
        rows = [row for row in found.harm if (row.kind, row.status, row.side) == (kind, status, None)]
        whole = next(row for row in rows if row.group is None)
        assert whole.high is not None
        assert sum(row.low or 0 for row in rows if row.group is not None) <= whole.high


@given(made.reports(), made.policy)
def test_1_everybody_is_no_fewer_than_any_disjoint_statuses_together(reports: list[Told], policy: Policy) -> None:
    found = made.assessed(reports, policy)
    for row in (each for each in found.harm if each.status == "all"):
        parts = [
            each
            for each in found.harm
            if each.kind == row.kind and each.group is None and each.status not in {"all", "unknown"}
        ]
        if policy is EVERYCLAIM:
            assert row.high is not None
            assert sum(each.low or 0 for each in parts) <= row.high


@given(made.reports(), made.reports(), made.policy)
def test_2_a_report_that_is_not_cited_changes_nothing(reports: list[Told], others: list[Told], policy: Policy) -> None:
    others = [
        told(f"other-{at}", each.report.published, [], happenings=each.happenings)._replace(happenings=each.happenings)
        for at, each in enumerate(others)
    ]
    incident = made.incident_of(reports)
    alone = assess(incident, reports, register_of(reports), policy)
    assert assess(incident, [*others, *reports], register_of([*reports, *others]), policy) == alone


@given(made.reports(), st.data(), made.policy)
def test_3_a_report_that_only_repeats_an_origin_changes_no_figure_and_no_grade(
    reports: list[Told], data: st.DataObject, policy: Policy
) -> None:
    claims = [
        claim
        for each in reports
        for claim in each.claims
        if isinstance(claim.value.meaning, Figure) and claim.said_by and claim.said_by[0].meaning.name != "residents"
    ]
    assume(claims)
    claim = data.draw(st.sampled_from(claims))
    said = [each.meaning for each in claim.said_by]
    again = line("as they said", claim.value.meaning, said_by=said, standing=claim.standing)
    before, after = made.assessed(reports, policy), made.assessed(made.with_line(reports, again), policy)
    assert made.bounds(after) == made.bounds(before)
    assert after.grade == before.grade


@given(
    made.reports(),
    st.sampled_from(made.BELLIGERENTS),
    st.sampled_from(("civilian", "unknown")),
    made.harms,
    made.policy,
)
def test_4_a_belligerents_denial_changes_positions_and_never_counts(
    reports: list[Told], code: str, status: str, harm: str, policy: Policy
) -> None:
    speaker = next(each for each in made.VOICES if each is not None and each.code == code)
    denial = line(
        "nobody", figure(harm, 0, 0, "none", status=status), said_by=[speaker], standing="denied", mode="denying"
    )
    before, after = made.assessed(reports, policy), made.assessed(made.with_line(reports, denial), policy)
    assert made.bounds(after) == made.bounds(before)
    assert len(after.positions) == len(before.positions) + 1


@given(made.reports(), made.figure_lines(made.vague_figures()), made.policy)
def test_5_a_vague_claim_never_lowers_a_least(reports: list[Told], vague: Line, policy: Policy) -> None:
    before = made.bounds(made.assessed(reports, policy))
    after = made.bounds(made.assessed(made.with_line(reports, vague), policy))
    assert all(after[key][0] >= low for key, (low, _, _) in before.items() if key in after)


@given(made.reports(), made.policy)
def test_7_and_8_no_claim_counts_in_rows_of_two_kinds(reports: list[Told], policy: Policy) -> None:
    found = made.assessed(reports, policy)
    kinds = {
        claim.id: claim.value.meaning.harm
        for each in reports
        for claim in each.claims
        if isinstance(claim.value.meaning, Figure)
    }
    for row in found.harm:
        assert {kinds[code] for why in row.reasons for code in why.claims} <= {row.kind}


def test_7_casualties_never_fill_killed() -> None:
    reports = [told("paper", made.DAY, [*made.EVENT, line("40 casualties", figure("killed_or_injured", 40))])]
    assert {row.kind for row in made.assessed(reports, EVERYCLAIM).harm} == {"killed_or_injured"}


@given(st.integers(1, 40), st.integers(0, 20), st.integers(0, 20))
def test_9_contested_people_are_in_both_maxima_and_in_neither_minimum(
    contested: int, civilians: int, fighters: int
) -> None:
    reports = [
        told(
            "paper",
            made.DAY,
            [
                *made.EVENT,
                line("of disputed status", figure("killed", contested, status="contested")),
                line("civilians", figure("killed", civilians, status="civilian")),
                line("fighters", figure("killed", fighters, status="combatant")),
            ],
        )
    ]
    rows = made.bounds(made.assessed(reports, AIRWARS))
    assert rows["killed", "civilian", None, None][:2] == (civilians, civilians + contested)
    assert rows["killed", "combatant", None, None][0] == fighters
    assert rows["killed", "combatant", None, None][1] >= contested


@settings(max_examples=30)
@given(made.reports(), st.randoms(use_true_random=False), made.policy)
def test_13_the_same_input_in_any_order_gives_the_same_bytes(
    reports: list[Told], random: object, policy: Policy
) -> None:
    shuffled = [each._replace(claims=tuple(reversed(each.claims))) for each in reports]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = made.assessed(reports, policy), made.assessed(shuffled, policy)
    assert codec.canonical(codec.encode(one)) == codec.canonical(codec.encode(other))


@given(made.reports(), made.numbers, made.numbers, made.policy)
def test_16_overwriting_low_and_high_changes_no_assessment(
    reports: list[Told], low: int, high: int, policy: Policy
) -> None:
    assert made.assessed(made.overwritten(reports, low, high), policy) == made.assessed(reports, policy)


def test_16_one_record_gives_each_policy_its_own_numbers() -> None:
    about_twenty = [
        told("paper", made.DAY, [*made.EVENT, line("about 20", figure("killed", 20, 20, "about", status="civilian"))])
    ]
    found = {
        policy.name: made.bounds(made.assessed(about_twenty, policy))["killed", "civilian", None, None]
        for policy in policies()
    }
    assert found == {"everyclaim": (18, 22, False), "airwars": (20, 20, False)}


@given(made.reports(), made.policy)
def test_17_a_position_is_never_a_bound(reports: list[Told], policy: Policy) -> None:
    found = made.assessed(reports, policy)
    grounds = {code for row in found.harm for why in row.reasons for code in why.claims}
    assert not grounds & set(found.positions)
    claims = {claim.id: claim for each in reports for claim in each.claims}
    for code in grounds:
        claim = claims[code]
        codes = {each.meaning.code for each in claim.said_by}
        figure_ = claim.value.meaning
        assert isinstance(figure_, Figure)
        assert not (
            codes & set(made.BELLIGERENTS)
            and (claim.standing == "denied" or figure_.number == figure_.number_high == 0)
        )


def test_17_the_same_zero_from_another_voice_may_set_the_least() -> None:
    zero = figure("killed", 0, 0, "none", status="civilian")
    monitor, army = made.VOICES[3], made.VOICES[5]
    seven = line("seven", figure("killed", 7, status="civilian"), said_by=[made.VOICES[4]])
    lows = {}
    for speaker in (monitor, army):
        reports = [told("paper", made.DAY, [*made.EVENT, seven, line("nobody", zero, said_by=[speaker])])]
        lows[speaker.name if speaker else ""] = made.bounds(made.assessed(reports, EVERYCLAIM))[
            "killed", "civilian", None, None
        ][0]
    assert lows == {"Rights Monitor": 0, "army spokesman": 7}


@given(made.reports(), made.policy)
def test_every_bound_names_its_rule_its_claims_and_a_sentence(reports: list[Told], policy: Policy) -> None:
    found = made.assessed(reports, policy)
    held = set(made.incident_of(reports).claims)
    for row in found.harm:
        assert {why.bound for why in row.reasons} >= {"low", "high"}
        for why in row.reasons:
            assert why.rule
            assert why.text
            assert why.claims
            assert set(why.claims) <= held


def test_6_what_is_planned_or_historical_counts_nowhere() -> None:
    lines = [
        replace(line("ten will die", figure("killed", 10)), changes=(("modality", modality),))
        for modality in ("planned", "hypothetical", "historical", "analogy", "threatened", "averted")
    ]
    reports = [told("paper", made.DAY, [line("The strike", Kind("air_strike")), *lines])]
    assert made.assessed(reports, EVERYCLAIM).harm == ()
