"""Importing a country's places from a file of the user's."""

import zipfile
from pathlib import Path

import pytest
from tests.lexicon.gazetteers import row, write

from everyclaim.errors import BrokenStore
from everyclaim.lexicon.gazetteer import open_gazetteer
from everyclaim.lexicon.gazetteer_import import import_country_file


def line(identifier: int, name: str, code: str = "PPL", lat: float = 32.0, **more: str) -> str:
    letter = {"A": "A", "P": "P", "H": "S", "C": "L"}[code[0]]
    start = [str(identifier), name, name, more.get("others", ""), str(lat), "22.5", letter, code, "LY", "", "66"]
    return "\t".join([*start, "", "", "", more.get("population", "0"), "", "1", "Africa/Tripoli", "2020-01-01"])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "LY.txt"
    lines = [
        line(11, "Shihavale", others="Sheehavale,شيها"),
        line(12, "Hospitalvale", "HSP"),
        line(13, "Darnavale", "ADM1"),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_villages_sites_and_units_are_taken(table: Path, tmp_path: Path) -> None:
    own = tmp_path / "deep" / "own.sqlite"
    assert import_country_file(table, own) == 3
    places = open_gazetteer(write(tmp_path / "pack.sqlite", row("Kufra")), own)
    assert [places.find(name)[0].kind for name in ("شيها", "Hospitalvale", "Darnavale")] == [
        "settlement", "landmark", "admin1",
    ]  # fmt: skip
    places.close()


def test_a_zipped_table_is_taken_too(table: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "LY.zip", "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.write(table, "LY.txt")
    assert import_country_file(tmp_path / "LY.zip", tmp_path / "own.sqlite") == 3


def test_importing_again_updates_and_doubles_nothing(table: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    import_country_file(table, own)
    table.write_text(line(11, "Shihavale", lat=33.0), encoding="utf-8")
    import_country_file(table, own)
    places = open_gazetteer(write(tmp_path / "pack.sqlite", row("Kufra")), own)
    assert [entry.lat for entry in places.find("Shihavale")] == [33.0]
    assert places.find("Darnavale")
    places.close()


def test_an_imported_unit_takes_the_place_of_the_packs(table: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    import_country_file(table, own)
    pack = write(tmp_path / "pack.sqlite", row("Darnavale", 100_000_001, kind="admin1", admin1="LY.66"))
    places = open_gazetteer(pack, own)
    assert [entry.id for entry in places.find("Darnavale")] == [13]
    places.close()


@pytest.mark.parametrize("content", ["", "one\ttwo\n", line(1, "X").replace("32.0", "north")])
def test_what_is_no_country_file_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "LY.txt").write_text(content, encoding="utf-8")
    with pytest.raises(BrokenStore, match=r"LY\.txt"):
        import_country_file(tmp_path / "LY.txt", tmp_path / "own.sqlite")
