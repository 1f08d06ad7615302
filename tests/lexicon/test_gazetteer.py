"""The gazetteer: which names it knows, and where they lie."""

from pathlib import Path

import pytest
from tests.lexicon.gazetteers import needs_pack, row, write

from everyclaim.errors import BrokenStore, MissingPart
from everyclaim.lexicon import gazetteer
from everyclaim.lexicon.gazetteer import current, demonyms, kilometres, open_gazetteer
from everyclaim.lexicon.gazetteer_store import is_name


def test_a_gazetteer_that_is_not_built_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="make demo"):
        open_gazetteer(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.sqlite").write_text("no database")
    with pytest.raises(BrokenStore, match=r"pack\.sqlite"):
        open_gazetteer(tmp_path / "pack.sqlite")


def test_names_are_found_however_they_are_spelled(tmp_path: Path) -> None:
    places = open_gazetteer(write(tmp_path / "a.sqlite", row("Al Zawr", alternates=("Ez-Zor", "الزور"))))
    assert [places.find(name)[0].rank for name in ("al-zawr", "EZ ZOR", "الزور", "Zawr")] == [
        "main", "alternate", "alternate", "derived",
    ]  # fmt: skip
    places.close()


def test_the_larger_namesake_comes_first(tmp_path: Path) -> None:
    places = open_gazetteer(
        write(tmp_path / "a.sqlite", row("Marl", 1, population=50), row("Marl", 2, country="DE", population=90_000))
    )
    assert [entry.country for entry in places.find("Marl")] == ["DE", "LY"]
    assert [entry.country for entry in places.find("Marl", country="LY")] == ["LY"]
    places.close()


def test_a_word_for_the_unit_picks_units_or_towns(tmp_path: Path) -> None:
    places = open_gazetteer(
        write(tmp_path / "a.sqlite", row("Marl", 1), row("Marl", 2, kind="admin1"), row("Marl", 3, kind="sea"))
    )
    assert [entry.id for entry in places.find("Marl Governorate")] == [2]
    assert [entry.id for entry in places.find("Marl City")] == [1]
    assert not places.knows("marl times")
    places.close()


def test_likenesses_are_found_inside_a_country_alone(tmp_path: Path) -> None:
    places = open_gazetteer(write(tmp_path / "a.sqlite", row("Jisr ash Shughur")))
    assert [entry.rank for entry in places.find_similar("Jisr al-Shughour", "LY")] == ["similar"]
    assert places.find_similar("Jisr al-Shughour", "SY") == []
    places.close()


def test_the_users_own_places_come_first_and_replace(tmp_path: Path) -> None:
    pack = write(tmp_path / "pack.sqlite", row("Tazirbu", 7, lat=1.0), row("Kufra", 8))
    own = write(tmp_path / "own.sqlite", row("Tazirbu", 7, lat=2.0))
    places = open_gazetteer(pack, own)
    assert [entry.lat for entry in places.find("Tazirbu")] == [2.0]
    assert [entry.name for entry in places.find("Kufra")] == ["Kufra"]
    places.close()


@pytest.mark.parametrize("transcript", ["andwra la fyla", "IEV", "dunhe", "xi"])
def test_transcripts_and_airport_codes_are_no_names(transcript: str) -> None:
    assert not is_name(transcript)


def test_peoples_speak_for_their_country() -> None:
    assert (demonyms()["egyptian"], demonyms()["syrians"]) == ("EG", "SY")


def test_distance_is_that_of_the_sphere() -> None:
    assert kilometres((0, 0), (0, 90)) == pytest.approx(10007.5, abs=1)


@needs_pack
@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Derna", "LY", "settlement"),
        ("Киев", "UA", "settlement"),
        ("حلب", "SY", "settlement"),
        ("UK", "GB", "country"),
        ("Donbas", "UA", "region"),
        ("Mediterranean", None, "sea"),
        ("Kandahar Province", "AF", "admin1"),
    ],
)
def test_the_pack_knows_places_of_every_kind(name: str, country: str | None, kind: str) -> None:
    found = gazetteer.current().find(name)
    assert (country, kind) in {(entry.country, entry.kind) for entry in found}


@needs_pack
def test_every_country_has_a_point_and_a_name() -> None:
    for name in ("Sudan", "South Sudan", "Ivory Coast", "DR Congo", "Palestine", "Kosovo", "Myanmar", "Burma"):
        assert gazetteer.current().find(name)[0].kind == "country"


@needs_pack
def test_files_in_use_can_be_chosen(tmp_path: Path) -> None:
    try:
        gazetteer.use(write(tmp_path / "a.sqlite", row("Onlyplace")))
        assert gazetteer.current().find("Onlyplace")
    finally:
        gazetteer.use()
    assert not gazetteer.current().find("Onlyplace")


@needs_pack
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("نينوى", "geonames:IQ.15"),
        ("ريف دمشق", "geonames:SY.08"),
        ("شمال دارفور", "geonames:SD.55"),
        ("Донецкая область", "geonames:UA.05"),
        ("Харківська область", "geonames:UA.07"),
        ("Hadramawt", "geonames:YE.04"),
        ("Wardak", "geonames:AF.27"),
    ],
)
def test_units_answer_to_their_names_in_other_scripts_and_spellings(name: str, code: str) -> None:
    assert code in [each.gazetteer for each in current().find(name)]


@needs_pack
@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("Paktiya", "AF", "geonames:AF.36"),
        ("Nagarhar", "AF", "geonames:AF.18"),
        ("Lataqia", "SY", "geonames:SY.02"),
        ("Galgadud", "SO", "geonames:SO.05"),
        ("Brombel", "AF", None),
    ],
)
def test_a_unit_is_found_by_a_likeness_that_only_it_has(name: str, within: str, code: str | None) -> None:
    found = current().find_unit(name, within)
    assert (found and found.gazetteer) == code
