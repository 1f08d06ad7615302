"""Dossiers for tests: one incident of one report, and claims in words."""

from dataclasses import replace
from typing import Any

from tests import make
from tests.export import incidents

from everyclaim.codec import Json
from everyclaim.export.dossier_material import Material, Said

SAID = Said(
    id="c1", field="killed", label="killed", hue="harm", value="3 bakers", raw={}, voice="the mayor", code=None, via="",
    cautions=(), report=1, published="2020-03-10", href="r1-c=71-95", quote="three bakers were killed", preferred=False,
    position=False, against=(),
)  # fmt: skip


def said(**changes: Any) -> Said:
    return replace(SAID, **changes)


def material(text: str = make.TEXT, **changes: Any) -> Material:
    record = incidents.record()
    return Material(incidents.incident(**changes), [record], {record["report"]["id"]: text})


def assessment(*rows: Json, policy: str = "everyclaim") -> Json:
    return {
        "policy": policy, "version": "1", "strike_status": None, "grade": "Fair", "verification": None,
        "acknowledged": {"strike": "yes", "harm": None}, "harm": list(rows), "positions": [], "beside": [],
        "reasons": [{"bound": "grade", "rule": "two", "claims": ["c1"], "text": "Two report it."}],
    }  # fmt: skip


def row(low: int | None, high: int | None, **changes: Any) -> Json:
    made: Json = {
        "kind": "killed", "status": "civilian", "group": None, "side": None, "low": low, "best": None, "high": high,
        "open_high": False, "said_low": low, "said_high": high, "verified": None,
        "reasons": [{"bound": "low", "rule": "lowest", "claims": ["c1"], "text": "The lowest."}],
    }  # fmt: skip
    return made | changes
