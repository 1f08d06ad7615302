"""The laws themselves: each catches a record that breaks it, and a sound record breaks none."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from tests import laws, make


def sound() -> laws.Json:
    parent = make.claim(id="c1", why="made")
    part = make.claim(make.figure(1, of="baker", subset_of="c1", group="woman"), id="c2", why="made")
    kind = make.claim(make.kind(), "Two shells", field="type", id="c3", why="made")
    where = make.claim(make.place(), "Aldova", field="where", id="c4", why="made")
    when = make.claim(make.when(), "Monday", field="when", id="c5", why="made")
    link = make.claim(make.reason(), field="motive", id="c6", why="made")
    happening = make.happening(type="c3", where="c4", when="c5")
    claims = (parent, part, kind, where, when, link)
    return make.record(*claims, happenings=[happening], evidence=[make.evidence()], victims=[make.victim()])


def change(path: str, value: Any) -> Callable[[laws.Json], None]:
    def apply(record: laws.Json) -> None:
        holder: Any = record
        *steps, last = path.split(".")
        for step in steps:
            holder = holder[int(step) if step.isdigit() else step]
        holder[last] = value

    return apply


BREACHES: list[tuple[laws.Law, str, Any]] = [
    (laws.every_quote_is_the_text, "claims.0.quote", "four bakers were killed"),
    (laws.nothing_exists_without_words, "claims.0.quote", ""),
    (laws.every_id_is_one_things, "claims.1.id", "c1"),
    (laws.preferred_values_are_those_of_claims, "happenings.0.when.claim", "c9"),
    (laws.preferred_values_are_those_of_claims, "happenings.0.when.claim", "c3"),
    (laws.preferred_values_are_those_of_claims, "happenings.0.when.earliest", "2001-01-01"),
    (laws.preferred_values_are_those_of_claims, "claims.2.about", []),
    (laws.every_reference_leads_somewhere, "claims.0.about", ["h9"]),
    (laws.every_reference_leads_somewhere, "claims.0.supported_by", ["e9"]),
    (laws.every_reference_leads_somewhere, "claims.0.contradicts", ["c9"]),
    (laws.every_reference_leads_somewhere, "claims.1.value.subset_of", "c9"),
    (laws.every_reference_leads_somewhere, "claims.5.value.to", "h9"),
    (laws.every_reference_leads_somewhere, "happenings.0.parent", "h1"),
    (laws.every_reference_leads_somewhere, "victims.0.claims", ["c9"]),
    (laws.a_part_is_of_the_same_harm, "claims.1.value.subset_of", "c2"),
    (laws.a_part_is_of_the_same_harm, "claims.0.field", "injured"),
    (laws.bounds_are_in_order, "claims.0.value.high", 2),
    (laws.bounds_are_in_order, "claims.0.value.number_high", 2),
    (laws.null_is_not_zero, "claims.0.value.number", 0),
    (laws.null_is_not_zero, "claims.0.value.expression", "none"),
    (laws.numbers_are_those_of_the_words, "claims.0.value.expression", "at_least"),
    (laws.numbers_are_those_of_the_words, "claims.0.value.expression", "dozens"),
    (laws.low_and_high_come_from_the_words_alone, "claims.0.value.low", 2),
    (laws.low_and_high_come_from_the_words_alone, "claims.0.value.open_high", True),
    (laws.disjoint_parts_fit_the_whole, "claims.1.value.low", 4),
    (laws.casualties_never_fill_killed, "claims.0.quote", "three casualties"),
    (laws.words_are_those_of_the_contract, "claims.0.mode", "sure"),
    (laws.words_are_those_of_the_contract, "claims.0.value.extra", 1),
    (laws.words_are_those_of_the_contract, "claims.5.value.basis", "sequence"),
    (laws.words_are_those_of_the_contract, "happenings.0.rank", "first"),
    (laws.intervals_are_in_order, "claims.4.value.earliest", "2020-03-10"),
    (laws.a_point_says_what_it_stands_for, "claims.3.value.lat", None),
    (laws.confidence_is_a_share, "claims.0.confidence", 1.2),
    (laws.confidence_is_a_share, "claims.0.why", ""),
]


def test_a_sound_record_breaks_no_law() -> None:
    assert laws.find_faults(sound(), make.TEXT) == []


@pytest.mark.parametrize(("law", "path", "value"), BREACHES, ids=lambda each: getattr(each, "__name__", str(each)))
def test_a_law_finds_its_breach(law: laws.Law, path: str, value: Any) -> None:
    record = deepcopy(sound())
    change(path, value)(record)
    assert list(law(record, make.TEXT))


def test_the_basis_of_a_link_is_said_freely() -> None:
    link = make.claim(make.reason(words=None, basis="sequence"), field="link", why="made")
    assert list(laws.words_are_those_of_the_contract(make.record(link), make.TEXT)) == []


def test_two_main_happenings_are_one_too_many() -> None:
    record = make.record(happenings=[make.happening(), make.happening(id="h2")])
    assert list(laws.one_happening_is_the_main_one(record, make.TEXT))


def test_one_person_killed_and_injured_by_one_voice_is_found() -> None:
    record = make.record(make.claim(), make.claim(make.figure(harm="injured"), id="c2"))
    assert list(laws.a_person_is_in_one_harm_at_a_time(record, make.TEXT))


def test_a_conflict_that_the_record_reports_is_no_fault() -> None:
    record = deepcopy(sound())
    record["claims"][1]["value"]["low"] = 4
    record["troubles"] = [{"kind": "quantity_conflict", "words": "three", "start": 71, "end": 76}]
    assert list(laws.disjoint_parts_fit_the_whole(record, make.TEXT)) == []
