"""The claims matrix: voices against fields, so that agreement and contradiction are seen at a glance.

Where it stands: a part of the dossier (and of the workbench's incident page). Every claim of the incident stands in it
exactly once, so that each has its address there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from everyclaim.export.dossier_material import Said

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "What and when": ("type", "when"),
    "Where": ("where",),
    "Who": ("by", "against", "responsibility", "controlled_by", "affiliation"),
    "Killed": ("killed",),
    "Injured and other harm": ("injured", "killed_or_injured", "missing", "detained", "abducted", "displaced"),
    "Targets, damage, weapons": ("target_stated", "target_hit", "damage", "weapon"),
    "Statements, motives, links": ("statement", "motive", "link"),
}
_COLUMN_OF = {field: column for column, fields in COLUMNS.items() for field in fields}


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim in its cell, with those that contradict it."""

    claim: Said
    against: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One voice with what it says, by column; `reports` are the numbers of the reports it speaks in.

    Voices of one code stand next to each other and apart: two officers of one army may differ.
    """

    voice: str
    code: str | None
    reports: tuple[int, ...]
    cells: tuple[tuple[Entry, ...], ...]


def matrix(said: Sequence[Said]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Order the claims by voice and field.

    Returns:
        The columns that anything stands in, and the rows: voices that speak of harm first, then by their reports.
    """
    by_id = {each.id: each for each in said}
    columns = tuple(column for column in COLUMNS if any(_COLUMN_OF[each.field] == column for each in said))
    voices = {_key(each.voice): each.voice for each in reversed(said)}
    spoken = sorted(said, key=lambda each: _key(each.voice))
    rows = [
        _row(voices[key], list(claims), columns, by_id)
        for key, claims in groupby(spoken, key=lambda each: _key(each.voice))
    ]
    harmful = {row.code or row.voice for row in rows if _tells_harm(row)}
    first: dict[str, tuple[int, ...]] = {}
    for row in sorted(rows, key=lambda each: each.reports):
        first.setdefault(row.code or row.voice, row.reports)

    def order(row: Row) -> tuple[bool, tuple[int, ...], str, tuple[int, ...], str]:
        whose = row.code or row.voice
        return whose not in harmful, first[whose], whose, row.reports, row.voice

    return columns, tuple(sorted(rows, key=order))


def _key(voice: str) -> str:
    """Voices are one if their names differ in case and article alone."""
    return voice.casefold().removeprefix("the ")


def _row(voice: str, claims: list[Said], columns: Sequence[str], by_id: Mapping[str, Said]) -> Row:
    cells = tuple(
        tuple(_entry(each, by_id) for each in claims if _COLUMN_OF[each.field] == column) for column in columns
    )
    code = next((each.code for each in claims if each.code), None)
    return Row(voice, code, tuple(sorted({each.report for each in claims})), cells)


def _entry(claim: Said, by_id: Mapping[str, Said]) -> Entry:
    return Entry(claim, tuple(by_id[each] for each in claim.against if each in by_id))


def _tells_harm(row: Row) -> bool:
    return any(entry.claim.hue == "harm" for cell in row.cells for entry in cell)


def contradictions(said: Sequence[Said]) -> tuple[tuple[Said, Said], ...]:
    """Every pair of claims that contradict each other, once, the earlier report first."""
    by_id = {each.id: each for each in said}
    pairs = {tuple(sorted((each.id, other))) for each in said for other in each.against if other in by_id}
    ordered = [sorted((by_id[one], by_id[other]), key=lambda it: (it.report, it.href)) for one, other in pairs]
    return tuple((one, other) for one, other in sorted(ordered, key=lambda pair: [(it.report, it.href) for it in pair]))
