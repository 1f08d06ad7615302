"""The happenings of the report: each event with the claims preferred for its type, day and place.

Preferred is the claim that the reader is surest of; of equals the report's own voice, then the one told first.
"""

from collections.abc import Iterator

from everyclaim.model import Claim, Field, Happening, Place
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event
from everyclaim.read.step import step

EXAMPLES = """
"""


@step(needs=("events", "type_claims", "time_claims", "place_claims"))
def happenings(draft: Draft) -> Iterator[Happening]:
    """The happenings of the report with their preferred values."""
    claims = [*draft.by_step("type_claims"), *draft.by_step("time_claims"), *draft.by_step("place_claims")]
    for event in sorted(draft.found(Event), key=lambda each: int(each.meaning.id[1:])):
        own = [each for each in claims if event.meaning.id in each.about and each.standing != "denied"]
        yield Happening(
            event.meaning.id,
            draft.report.id,
            event.meaning.rank,
            event.meaning.modality,
            type=_preferred(own, "type"),
            when=_preferred(own, "when"),
            where=_preferred(own, "where"),
        )


def _preferred(claims: list[Claim], field: Field) -> str | None:
    fitting = [each for each in claims if each.field == field]
    if not fitting:
        return None
    return min(
        fitting,
        key=lambda each: (-round(each.confidence, 2), _unplaced(each), bool(each.said_by), each.value.span.start),
    ).id


def _unplaced(made: Claim) -> bool:
    meaning = made.value.meaning
    return isinstance(meaning, Place) and meaning.lat is None
