"""The happenings of the report: each event with the claims preferred for its type, day and place.

Preferred is the claim that the reader is surest of; of equals the report's own voice, then the one told first. Of a
place and one within it that is nearly as sure, the inner one says more. What is denied has a place all the same: that
of which the denial speaks.
"""

from collections.abc import Iterator

from everyclaim.model import Claim, Field, Happening, Place
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event
from everyclaim.read.step import step

EXAMPLES = """
"""


_WIDE = frozenset({"country", "line_or_landscape", "province"})
_NEARLY = 0.15
"""How much less sure a finer place may be; from .15 to .3 the development reports read alike, and .15 risks least."""


@step(needs=("events", "type_claims", "time_claims", "place_claims"))
def happenings(draft: Draft) -> Iterator[Happening]:
    """The happenings of the report with their preferred values."""
    claims = [*draft.by_step("type_claims"), *draft.by_step("time_claims"), *draft.by_step("place_claims")]
    for event in sorted(draft.found(Event), key=lambda each: int(each.meaning.id[1:])):
        about = [each for each in claims if event.meaning.id in each.about]
        own = [each for each in about if each.standing != "denied"]
        yield Happening(
            event.meaning.id,
            draft.report.id,
            event.meaning.rank,
            event.meaning.modality,
            type=_preferred(own, "type"),
            when=_preferred(own, "when"),
            where=_preferred(own, "where") or _preferred(about, "where"),
        )


def _preferred(claims: list[Claim], field: Field) -> str | None:
    fitting = [each for each in claims if each.field == field]
    if not fitting:
        return None
    surest = min(fitting, key=_order)
    finer = [each for each in fitting if _lies_within(each, surest)] if field == "where" else []
    return min(finer, key=_order).id if finer else surest.id


def _order(made: Claim) -> tuple[float, bool, bool, int]:
    return -round(made.confidence, 2), _unplaced(made), bool(made.said_by), made.value.span.start


def _lies_within(made: Claim, wide: Claim) -> bool:
    """Whether a place nearly as sure says more exactly what a wide one says: a town of the country, of the province."""
    inner, outer = made.value.meaning, wide.value.meaning
    if not isinstance(inner, Place) or not isinstance(outer, Place) or made.confidence < wide.confidence - _NEARLY:
        return False
    if inner.lat is None or inner.point_precision in _WIDE or inner.country != outer.country:
        return False
    return outer.precision in ("country", "line_or_landscape") or (
        outer.precision == "province" and outer.admin1 == inner.admin1 is not None
    )


def _unplaced(made: Claim) -> bool:
    meaning = made.value.meaning
    return isinstance(meaning, Place) and meaning.lat is None
