"""`everyclaim read`: reports in, cards or records out. Nothing is stored."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from everyclaim.cli.case import confidence_option
from everyclaim.cli.tell import console, tell
from everyclaim.settings import Settings, from_environment

if TYPE_CHECKING:
    from everyclaim.flow import Result, Trouble
    from everyclaim.intake import Options, PassedOver

DONE, NOTHING, PARTLY = 0, 2, 3


class Given(TypedDict):
    """What is given on the command line."""

    source: str
    published: date | None
    publisher: str | None
    title: str | None
    language: str | None
    largest: float | None
    least: float | None
    columns: tuple[tuple[str, str], ...]
    as_json: bool
    quiet: bool
    html: Path | None
    explain: bool


def parse_day(_context: click.Context, _option: click.Parameter, words: str | None) -> date | None:
    """Turn what was given as a day into one."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise click.BadParameter(f"{words!r} is no day; write it as 2015-02-16.") from error


def parse_columns(_context: click.Context, _option: click.Parameter, words: str | None) -> tuple[tuple[str, str], ...]:
    """Turn "text=Body,published=Date" into pairs."""
    pairs = [each.partition("=") for each in (words or "").split(",") if each.strip()]
    known = ("text", "title", "published", "publisher", "url", "language")
    for wanted, _, column in pairs:
        if wanted.strip() not in known or not column.strip():
            raise click.BadParameter(f"{wanted!r} is none of {', '.join(known)}; write text=NAME,published=NAME.")
    return tuple((wanted.strip(), column.strip()) for wanted, _, column in pairs)


columns_option = click.option(
    "--columns",
    metavar="text=NAME,...",
    callback=parse_columns,
    help="For tables: which column holds what (text, title, published, publisher, url, language).",
)
"""Shared by the commands that take reports in."""


@click.command()
@click.argument("source", metavar="PATH|URL|-")
@click.option("--published", metavar="DAY", callback=parse_day, help="Day of publication, as 2015-02-16.")
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its headline.")
@click.option("--language", metavar="CODE", help="Its language, as en; otherwise it is found.")
@click.option("--largest", type=click.FloatRange(min=0), metavar="MB", help="Refuse longer reports (default: 20 MB).")
@columns_option
@confidence_option()
@click.option("--json", "as_json", is_flag=True, help="Print one record a line (JSON Lines).")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one page to FILE.")
@click.option("--explain", is_flag=True, help="Say which step and cue each value rests on.")
@click.option("--quiet", is_flag=True, help="Tell nothing but results and failures.")
def read(**given: Unpack[Given]) -> int:
    """Read a report, a folder of reports, a link, or standard input (-), and print what is claimed in which words.

    Files may be text, HTML, PDF, DOCX, mail, tables, feeds, web archives, exports of Telegram, and ZIP of these. A text
    may open with YAML front matter: title, published, publisher, url, language. Nothing is stored.
    """
    if given["html"] and Path(given["source"]).is_dir():
        raise click.UsageError("--html writes the page of one report; give one report instead of a folder.")
    from everyclaim.flow import Trouble, configure, read_all  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.intake import PassedOver  # noqa: PLC0415 the same

    settings = from_environment()
    configure(settings)
    read_well, failed, noted = 0, 0, 0
    skipped: list[PassedOver] = []
    for result in _with_progress(read_all(given["source"], _options(given, settings), given["least"] or 0.0), given):
        if isinstance(result, Trouble):
            failed += 1
            tell(result.sentence)
        elif isinstance(result, PassedOver):
            skipped.append(result)
        else:
            if given["html"] and read_well:
                raise click.UsageError("--html writes the page of one report, and there are more; leave it out.")
            read_well += 1
            noted += len(result.notes)
            _print(result, given)
    _tell_skipped(skipped, given)
    if not read_well and not failed and not skipped:
        tell(f"{given['source']}: There is no report in this folder; give text, HTML, PDF, DOCX, mail, tables or WARC.")
    if not read_well:
        return NOTHING
    return PARTLY if failed or noted else DONE


def _tell_skipped(skipped: "Sequence[PassedOver]", given: Given) -> None:
    """Tell what was no report by its nature: one thing by its name, more of them by their number."""
    if len(skipped) == 1:
        tell(f"{skipped[0].name}: It is no report ({skipped[0].why}).")
    elif skipped and not given["quiet"]:
        counted = Counter(each.why for each in skipped).most_common()
        tell(f"Skipped: {', '.join(f'{why} {count}' for why, count in counted)}.")


def _options(given: Given, settings: Settings) -> "Options":
    from everyclaim.intake import Options  # noqa: PLC0415 loads what opens pages and links

    return Options(
        title=given["title"],
        publisher=given["publisher"],
        published=given["published"],
        language=given["language"],
        archive=settings.archive,
        columns=given["columns"],
        largest=settings.largest_report if given["largest"] is None else int(given["largest"] * 1_000_000),
        seconds=settings.fetch_seconds,
        redirects=settings.redirects,
    )


def _print(result: "Result", given: Given) -> None:
    if given["as_json"]:
        click.echo(json.dumps(result.record, ensure_ascii=False))
    elif given["html"] is None:
        from everyclaim.cli.card import show  # noqa: PLC0415 --json needs no cards

        show(result.record, console(), explain=given["explain"])
    if given["html"] is not None:
        _write_page(result, given["html"])
        if not given["quiet"]:
            tell(f"The page is at {given['html']}.")
    if not given["quiet"]:
        for note in result.notes:
            tell(note)


def _write_page(result: "Result", path: Path) -> None:
    from everyclaim.export.page import render  # noqa: PLC0415 the template engine is for pages alone

    try:
        path.write_text(render(result.record, result.report.text), encoding="utf-8", newline="")
    except OSError as error:
        raise click.UsageError(f"The page cannot be written to {path} ({(error.strerror or '').lower()}).") from error


def _with_progress(
    results: "Iterator[Result | PassedOver | Trouble]", given: Given
) -> "Iterator[Result | PassedOver | Trouble]":
    """Count on standard error while many reports are read, where a person watches and results go elsewhere."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty() and not given["quiet"]
    for number, result in enumerate(results, 1):
        if watched:
            click.echo(f"\r{number} read", err=True, nl=False)
        yield result
    if watched:
        click.echo("\r", err=True, nl=False)
