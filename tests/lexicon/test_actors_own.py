"""The user's own table of actors: what is taken, what is refused, and what reading makes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from everyclaim.errors import BrokenStore
from everyclaim.lexicon import actors
from everyclaim.lexicon.actors_own import import_actors

ROWS = """
- {code: "LBY:REB:red-dawn-front", name: Red Dawn Front, kind: group, country: LBY, aliases: [Red Dawn Front, Dawnists],
   since: 2012, until: 2019, parent: {code: "LBY:GOV:national-accord"}}
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "own" / "actors.yaml"
    actors.use(None)


def given(folder: Path, text: str, name: str = "rows.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_imported_actor_is_found_in_texts(tmp_path: Path, own: Path) -> None:
    assert import_actors(given(tmp_path, ROWS), own) == 1
    actors.use(own)
    hits = actors.find_alias("Two Dawnists were shot on Monday.")
    assert [each.actors[0].code for each in hits] == ["LBY:REB:red-dawn-front"]


def test_a_code_taken_again_is_replaced(tmp_path: Path, own: Path) -> None:
    import_actors(given(tmp_path, ROWS), own)
    import_actors(given(tmp_path, ROWS.replace("Dawnists", "Reds of Dawn")), own)
    actors.use(own)
    assert not actors.find_actors("Dawnists")
    assert [each.code for each in actors.find_actors("reds of dawn")] == ["LBY:REB:red-dawn-front"]


def test_a_table_of_cells_is_taken_too(tmp_path: Path, own: Path) -> None:
    row = "LBY:MLT:sea-guard,Sea Guard,militia,LBY,Sea Guard|Guard of the Sea,2014"
    table = f"code,name,kind,country,aliases,since\n{row}\n"
    assert import_actors(given(tmp_path, table, "rows.csv"), own) == 1
    actors.use(own)
    assert actors.get("LBY:MLT:sea-guard").since == 2014


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("- {name: A, kind: group}", "'code' is missing"),
        ("- {code: a, name: A, kind: group, colour: red}", "'colour' is no key"),
        ("- {code: a, name: A, kind: group, aliases: A}", "no list of names"),
        ("- {code: a, name: A, kind: group, since: 2010, until: 2001}", "ends before it begins"),
        ("- {code: a, name: A, kind: group, country: Libya}", "no country's code"),
        ("- {code: a, name: A, kind: group, source: rumour}", "no kind of source"),
        ("- {code: a, name: A, kind: group, parent: {code: nobody}}", "not in the table"),
        ("A: b", "no list of actors"),
        ("[", "no YAML"),
        ("[]", "holds no actor"),
    ],
)
def test_a_row_that_is_none_is_refused_with_its_reason(tmp_path: Path, own: Path, row: str, fault: str) -> None:
    with pytest.raises(BrokenStore, match=fault):
        import_actors(given(tmp_path, row), own)
    assert not own.exists()


def test_actors_are_found_by_name_acronym_and_code() -> None:
    assert actors.find_actors("boko haram")[0].code == "NGA:REB:boko-haram"
    assert actors.find_actors("MINUSMA")[0].code == "IGO:UNO:minusma"
    assert actors.find_actors("IGO:UNO:ocha")[0].code == "IGO:UNO:ocha"
    assert actors.find_actors("nobody at all") == []
