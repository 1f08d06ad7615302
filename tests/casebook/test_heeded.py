"""Judgements on claims, heeded: rejected ones are gone, corrected ones say what the person says over the same words."""

from dataclasses import replace

import pytest
from tests import make
from tests.casebook.cases import parts

from everyclaim.casebook import correct, heed, standing
from everyclaim.codec import RecordParts
from everyclaim.model import Figure, Judgement

CLAIM = make.claim(make.figure(9), id="c1", contradicts=("c2",))
OTHER = make.claim(make.figure(7), id="c2", contradicts=("c1",))


def told() -> RecordParts:
    happening = make.happening(type="c1", when="c2")
    return replace(parts(), claims=[CLAIM, OTHER], happenings=[happening])


def judged(verdict: str, about: str = "c1", **payload: str) -> Judgement:
    return make.judgement(verdict=verdict, about=(about,), payload=tuple(payload.items()))


def test_a_rejected_claim_is_gone_with_all_that_names_it() -> None:
    heeded = heed(told(), [judged("reject")])
    assert [each.id for each in heeded.claims] == ["c2"]
    assert heeded.claims[0].contradicts == ()
    assert (heeded.happenings[0].type, heeded.happenings[0].when) == (None, "c2")


def test_an_accepted_claim_is_sure() -> None:
    assert heed(told(), [judged("accept")]).claims[0] == replace(CLAIM, confidence=1.0)


def test_a_corrected_figure_keeps_its_id_and_words_and_is_read_anew() -> None:
    (claim, _) = heed(told(), [judged("correct", number="12", expression="at_least")]).claims
    figure = claim.value.meaning
    assert isinstance(figure, Figure)
    assert (figure.low, figure.high, figure.open_high) == (12, 12, True)
    assert (claim.id, claim.value.span, claim.value.step) == ("c1", CLAIM.value.span, "judgement")


def test_bounds_that_a_person_gives_are_taken() -> None:
    figure = correct(CLAIM, {"number": "12", "low": "10"}).meaning
    assert isinstance(figure, Figure)
    assert (figure.low, figure.high) == (10, 12)


def test_a_value_can_be_set_to_nothing_known() -> None:
    figure = correct(make.claim(make.figure(side="EGY:MIL")), {"side": "null"}).meaning
    assert isinstance(figure, Figure)
    assert figure.side is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"colour": "red"}, "has no 'colour'"), ({"status": "angry"}, "is no value"), ({"number": "many"}, "is no value")],
)
def test_a_correction_that_is_no_value_is_a_callers_mistake(changes: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        correct(CLAIM, changes)


def test_the_last_of_several_judgements_counts() -> None:
    heeded = heed(told(), [judged("reject"), judged("accept")])
    assert [each.id for each in heeded.claims] == ["c1", "c2"]


def test_a_withdrawn_judgement_stays_withdrawn() -> None:
    rejected = replace(judged("reject"), id="j1")
    withdrawn = replace(judged("withdraw", "j1"), id="j2")
    assert standing([rejected, withdrawn]) == ()
    assert standing([rejected]) == (rejected,)


def test_without_judgements_nothing_changes() -> None:
    assert heed(told(), []) == told()
