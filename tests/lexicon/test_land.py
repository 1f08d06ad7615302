"""Outlines: arcs joined into rings, borders told from coasts, lines cut at a box."""

import json
from pathlib import Path

import pytest

from everyclaim.errors import MissingPart
from everyclaim.lexicon.land import Box, borders, land
from everyclaim.lexicon.land_build import build

TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[0, 0], [0, 10]], [[0, 10], [-10, 0], [0, -10], [10, 0]], [[0, 10], [10, 0], [0, -10], [-10, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, -2]]},
                {"type": "MultiPolygon", "arcs": [[[2, 0]]]},
                {"type": None},
            ]
        },
        "land": {"geometries": [{"type": "Polygon", "arcs": [[1, -3]]}]},
    },
}
"""Two squares side by side, with a border between them that is no coast."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    package = tmp_path / "world-atlas"
    package.mkdir()
    (package / "countries-10m.json").write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    (package / "package.json").write_text('{"version": "1"}', encoding="utf-8")
    build(tmp_path / "land.sqlite", package)
    return tmp_path / "land.sqlite"


def test_a_ring_is_cut_at_the_edges_of_the_box(pack: Path) -> None:
    (ring,) = land(Box(-5, 5, 5, 15), pack)
    assert {*ring} == {(-5, 5), (-5, 10), (5, 10), (5, 5), (0, 10)}


def test_only_what_two_countries_share_is_a_border(pack: Path) -> None:
    assert list(borders(Box(-5, -5, 5, 5), pack)) == [[(0, 0), (0, 10)]]


def test_a_box_far_away_holds_nothing(pack: Path) -> None:
    assert list(land(Box(40, 40, 50, 50), pack)) == []


def test_a_box_beyond_the_antimeridian_finds_what_lies_there(pack: Path) -> None:
    assert list(land(Box(355, 5, 365, 15), pack)) != []


def test_without_the_file_there_is_nothing_to_draw(tmp_path: Path) -> None:
    assert list(land(Box(0, 0, 1, 1), tmp_path / "none.sqlite")) == []


def test_a_missing_package_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="npm ci"):
        build(tmp_path / "land.sqlite", tmp_path)
