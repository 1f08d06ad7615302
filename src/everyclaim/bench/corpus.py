"""The lines of corpora that others coded, and the record of a line as the product reads it, each read once a run."""

import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from io import TextIOWrapper
from pathlib import Path

from everyclaim import codec, flow
from everyclaim.codec import Json
from everyclaim.errors import BrokenInput
from everyclaim.model import Report
from everyclaim.read import Options, read

_READING: ContextVar[Options | None] = ContextVar("_READING", default=None)


def iter_lines(path: Path, needs: Sequence[str] = ()) -> Iterator[Json]:
    """Stream the objects of a JSON Lines file, gzipped or not, or of all in a folder.

    Other line marks than LF stand inside texts.

    Args:
        path: the file or folder.
        needs: what every line must hold beside its id and its text.

    Raises:
        BrokenInput: a line is no object, lacks what is needed, or has the id of one before it.
    """
    known: set[str] = set()
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else (path,):
        yield from _lines(file, needs, known)


def _lines(path: Path, needs: Sequence[str], known: set[str]) -> Iterator[Json]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as opened:
        lines = TextIOWrapper(opened, encoding="utf-8", newline="\n")
        for number, line in enumerate(_whole(lines, path), start=1):
            if line.strip():
                yield _checked(line, f"{path.name}, line {number}", needs, known)


def _whole(lines: TextIOWrapper, path: Path) -> Iterator[str]:
    try:
        yield from lines
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise BrokenInput(f"{path.name}: It is no JSON Lines file in UTF-8 ({error}).") from error


def _checked(line: str, where: str, needs: Sequence[str], known: set[str]) -> Json:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise BrokenInput(f"{where}: It is no JSON ({error}); write one object a line.") from error
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in ("id", "text")):
        raise BrokenInput(f'{where}: It is no object with "id" and "text"; write one document a line.')
    if missing := [name for name in needs if name not in found]:
        raise BrokenInput(f'{where}: It has no "{missing[0]}", so there is nothing to compare with.')
    if found["id"] in known:
        raise BrokenInput(f"{where}: The id {found['id']!r} stands twice; give each document its own.")
    known.add(found["id"])
    _check_day(found.get("published"), where)
    return found


def _check_day(published: object, where: str) -> None:
    try:
        if published:
            date.fromisoformat(str(published)[:10])
    except ValueError as error:
        raise BrokenInput(f"{where}: {published!r} is no day of publication; write it as 2015-02-16.") from error


def record_of(line: Json) -> Json:
    """The record of one line's report, read as the product reads or as `reading_with` says."""
    return _record(report_of(line), _READING.get())


@contextmanager
def reading_with(options: Options) -> Iterator[None]:
    """Have every record of a block made with these options, for measuring what a part of reading brings."""
    before = _READING.set(options)
    try:
        yield
    finally:
        _READING.reset(before)
        _record.cache_clear()


def report_of(line: Json) -> Report:
    """The report that a line holds: its text, with what the line says of its title, day and address."""
    original = codec.sha256(line["text"].encode("utf-8", "surrogatepass"))
    day = date.fromisoformat(line["published"][:10]) if line.get("published") else None
    found = codec.report_id(original, None, None, day)
    return Report(found, original, line["text"], title=line.get("title"), published=day, url=line.get("url"))


@cache
def _record(report: Report, options: Options | None) -> Json:
    if options is None:
        return flow.read_report(report).record
    return codec.record(codec.RecordParts(report, "", *read(report, options)))


@cache
def warm() -> None:
    """Load parser, lexicons and gazetteer, so that no corpus pays for it."""
    flow.read_report(Report("warm", "", "Two people were killed in Kyiv on Monday, the mayor said."))
