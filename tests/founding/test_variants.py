"""Variants of the founding report: the rows hold with the values that change."""

import pytest
from tests import laws
from tests.founding.rows import ROWS, Row
from tests.founding.variants import SEED, Variant, founding, variants
from tests.reading import record_of

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the founding report is not beside the repository")

VARIANTS = variants() if SEED.exists() else []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_a_row_holds_for_a_variant(variant: Variant, row: Row) -> None:
    assert list(row(record_of(variant.text, variant.due.published), variant.due, variant.text)) == []


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_the_laws_hold_for_a_variant(variant: Variant) -> None:
    assert laws.find_faults(record_of(variant.text, variant.due.published), variant.text) == []


def test_there_are_enough_variants_and_all_differ() -> None:
    assert len(VARIANTS) >= 12
    assert len({variant.text for variant in [*VARIANTS, founding()]}) == len(VARIANTS) + 1


@pytest.mark.parametrize(
    "variant", [v for v in VARIANTS if v.name.startswith("everything")], ids=lambda each: each.name
)
def test_nothing_of_the_founding_names_is_left_in_a_full_variant(variant: Variant) -> None:
    left = [
        name
        for name in ("Derna", "Libyan", "Egypt", "Islamic State", "Sisi", "Coptic", "40-50")
        if name in variant.text
    ]
    assert left == []
