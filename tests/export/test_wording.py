"""Values in people's words: they say what the value says, and no more."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import make
from tests.export.records import FIELDS
from tests.strategies import figures

from everyclaim import codec
from everyclaim.export.wording import LABELS, point, say, say_claim
from everyclaim.model import Actor, Allegiance, Field, Kind, Reason, Speech, Thing


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": 3, "of": "bakers"}, "3 bakers"),
        ({"number": 1200, "of": "people"}, "1,200 people"),
        ({"number": 40, "number_high": 50, "expression": "range"}, "40–50"),
        ({"number": 12, "number_high": None, "expression": "at_least"}, "at least 12"),
        ({"number": None, "number_high": 9, "expression": "up_to"}, "up to 9"),
        ({"number": None, "number_high": None, "expression": "dozens", "low": 12, "high": 24}, "dozens (12–24)"),
        ({"number": None, "expression": "plural", "low": 2, "high": 2, "open_high": True}, "2 or more"),
        ({"number": None, "expression": "several", "low": None, "high": None}, "several"),
        ({"number": 0, "number_high": 0, "expression": "none", "of": "people"}, "no people"),
        ({"number": 0, "number_high": 0, "expression": "none"}, "none"),
        ({"number": 40, "of": "militants", "claimed_label": "militants"}, "40 “militants”"),
        ({"number": 40, "of": "men", "status": "contested"}, "40 men, contested status"),
        ({"number": 2, "of": "children", "subset_of": "c1"}, "2 children, part of the number above"),
        ({"number": 21, "of": "people", "scope": "war"}, "21 people, total for the war"),
    ],
)  # fmt: skip
def test_a_figure_is_said_as_the_words_have_it(changes: dict[str, Any], words: str) -> None:
    figure = make.figure(**{"of": "", **changes})
    assert say("killed", codec.meaning(figure)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"of": "people"}, "says no people were killed"),
        ({"of": ""}, "says none were killed"),
        ({"of": "civilians", "harm": "killed_or_injured"}, "says no civilians were killed or injured"),
        ({"of": "people", "harm": "missing"}, "says no people are missing"),
        ({"of": "militants", "claimed_label": "militants"}, "says no “militants” were killed"),
        ({"of": "civilians", "expression": "plural", "low": 2, "open_high": True}, "that civilians were killed"),
        ({"of": "", "expression": "plural", "low": 2, "open_high": True}, "that people were killed"),
        ({"of": "people", "number": 12, "expression": "exact"}, "12 people"),
    ],
)  # fmt: skip
def test_a_denial_never_reads_as_its_opposite(changes: dict[str, Any], words: str) -> None:
    denied = make.figure(**{"number": 0, "number_high": 0, "expression": "none", **changes})
    (claim,) = make.record(make.claim(denied, standing="denied"))["claims"]
    assert say_claim(claim) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "words"),
    [
        (date(2015, 2, 16), date(2015, 2, 16), "day", "16 Feb 2015"),
        (date(2014, 12, 1), date(2014, 12, 31), "month", "Dec 2014"),
        (date(2011, 1, 1), date(2011, 12, 31), "year", "2011"),
        (date(2015, 2, 14), date(2015, 2, 15), "days", "14 Feb 2015 to 15 Feb 2015"),
        (None, date(2015, 2, 16), "before", "16 Feb 2015 or before"),
        (date(2015, 2, 16), None, "after", "16 Feb 2015 or after"),
        (None, None, "before", "date not given"),
    ],
)
def test_a_time_is_said_as_wide_as_it_is(
    earliest: date | None, latest: date | None, precision: str, words: str
) -> None:
    assert say("when", codec.meaning(make.when(earliest=earliest, latest=latest, precision=precision))) == words


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("type", Kind("air_strike", ("double_tap",)), "air strike (double tap)"),
        ("where", make.place(name="Sirte", country="LY", precision="near_settlement"), "near Sirte, Libya"),
        ("where", make.place(name="Libya", country="LY", precision="country"), "Libya"),
        ("by", Actor("Hill Brigade", certainty="suspected"), "Hill Brigade, suspected"),
        ("responsibility", Actor("Hill Brigade", basis="self_claim"), "Hill Brigade, claims it"),
        ("damage", Thing("bakery", "Residential"), "bakery (residential)"),
        ("affiliation", Allegiance(Actor("A"), Actor("B"), date(2014, 10, 1)), "A to B, from 1 Oct 2014"),
        ("link", Reason("retaliation_for", "h2", basis="sequence"), "retaliation for h2"),
        ("statement", Speech("mourning", duration="P7D"), "mourning, 7 days"),
        ("statement", Speech("statement", verbatim=True, channel="video"), "statement, on video, word for word"),
    ],
)
def test_other_values_are_said_plainly(field: str, value: Any, words: str) -> None:
    assert say(field, codec.meaning(value)) == words


def test_a_place_without_a_point_shows_none() -> None:
    assert point(codec.meaning(make.place(lat=None))) is None
    assert point(codec.meaning(make.place(lat=1.0, lon=2.0))) == "1.000, 2.000 (settlement)"


def test_every_field_has_a_label() -> None:
    assert set(LABELS) == set(Field.__args__)  # type: ignore[attr-defined]


@given(
    st.one_of(
        *(st.tuples(st.just(field), values) for field, values in FIELDS.items()),
        figures.map(lambda each: (each.harm, each)),
    )
)
def test_every_value_can_be_said(pair: tuple[str, Any]) -> None:
    field, value = pair
    assert isinstance(say(field, codec.meaning(value)), str)
