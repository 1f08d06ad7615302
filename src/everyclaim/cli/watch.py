"""`everyclaim watch`: follows feeds and folders, and adds what is new there. It stores; it never alerts."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from everyclaim.cli.case import DONE, PARTLY, Asked, asked, case_options, mistakes, print_lines
from everyclaim.cli.importing import say_sum, tell_import, tell_table
from everyclaim.cli.tell import plain
from everyclaim.settings import Settings, from_environment

if TYPE_CHECKING:
    from everyclaim.casebook import Case, Watched
    from everyclaim.intake import Options


@click.command()
@click.argument("sources", metavar="[FEED|FOLDER]...", nargs=-1)
@click.option(
    "--every",
    type=click.FloatRange(min=1),
    metavar="MINUTES",
    help="Look again and again, so long after each look, until it is stopped.",
)
@click.option("--list", "is_list", is_flag=True, help="List what is watched, and look at nothing.")
@click.option("--remove", is_flag=True, help="Watch these no more; what came from them stays.")
@case_options
def watch(sources: tuple[str, ...], *, every: float | None, is_list: bool, remove: bool) -> int:
    """Follow feeds (RSS, Atom) and folders: add what is new there to the case, and nothing else.

    Each FEED or FOLDER given is watched from now on, and looked at once; without any, all that is watched is looked at.
    The page that each entry of a feed links to is kept as it came and added, as `everyclaim add` does it; where it
    cannot be had, what the feed itself gives. What was seen is kept in the case: it can be stopped at any moment and
    goes on where it was. It stores reports; it alerts nobody. Exit code 3: a line says what could not be had.
    """
    how = asked()
    case = how.open()
    if is_list:
        return _list(case, how)
    if remove:
        return _remove(case, sources, how)
    return _follow(case, _watch(case, sources), every, how)


def _watch(case: "Case", sources: Sequence[str]) -> Sequence[str]:
    """Watch these from now on; return how they are kept."""
    from everyclaim import case_watching  # noqa: PLC0415 loads the parser, which --help needs not

    with mistakes():
        kept = [case_watching.watch(case, each) for each in sources]
        if not kept and not case_watching.watched(case):
            raise ValueError("Nothing is watched yet; give the address of a feed, or a folder.")
    return list(dict.fromkeys(kept))


def _follow(case: "Case", sources: Sequence[str], every: float | None, how: Asked) -> int:
    """Look at these, or at all that is watched by then."""
    from everyclaim.case_watching import watched  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.flow import configure  # noqa: PLC0415 the same

    settings = from_environment()
    configure(settings)
    options = _options(settings)
    while True:
        code = _look(case, sources or [each.source for each in watched(case)], options, how)
        if every is None:
            return code
        time.sleep(every * 60)


def _options(settings: Settings) -> "Options":
    """One for all looks, so that what hosts ask is remembered from look to look."""
    from everyclaim.intake import Options  # noqa: PLC0415 loads what opens pages and links

    return Options(largest=settings.largest_report, seconds=settings.fetch_seconds, redirects=settings.redirects)


def _look(case: "Case", sources: Sequence[str], options: "Options", how: Asked) -> int:
    """Look once at all of them, and tell what came of it."""
    from everyclaim.case_watching import look  # noqa: PLC0415 loads the parser, which --help needs not

    tally = tell_import(look(case, sources, options), how)
    at = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    if tally.is_empty and not how.as_json:
        how.note(f"{at}: Nothing new in {_count(sources)}.")
        return DONE
    tell_table(tally, f"{at}: {say_sum(tally)}; {_count(sources)} looked at.", how)
    return PARTLY if tally.failed or tally.notes else DONE


def _count(sources: Sequence[str]) -> str:
    return "1 feed or folder" if len(sources) == 1 else f"{len(sources)} feeds and folders"


def _list(case: "Case", how: Asked) -> int:
    from everyclaim.case_watching import watched  # noqa: PLC0415 loads the parser, which --help needs not

    found = watched(case)
    if how.as_json:
        print_lines(asdict(each) for each in found)
        return DONE
    for each in found:
        click.echo(plain(each.source))
        for line in _facts(each):
            click.echo(f"  {plain(line)}")
    if not found:
        how.note("Nothing is watched yet; give the address of a feed, or a folder.")
    return DONE


def _facts(each: "Watched") -> Iterator[str]:
    looked = "not looked at yet" if each.looked_at is None else f"last looked at {each.looked_at}"
    waiting = f", {each.waiting:,} tried again at the next look" if each.waiting else ""
    yield f"watched since {each.since}, {looked}, {each.seen:,} seen{waiting}"
    if each.trouble is not None:
        yield each.trouble


def _remove(case: "Case", sources: Sequence[str], how: Asked) -> int:
    from everyclaim.case_watching import unwatch  # noqa: PLC0415 loads the parser, which --help needs not

    if not sources:
        raise click.UsageError("Nothing is named; say which feeds or folders are watched no more.")
    for each in sources:
        with mistakes():
            unwatch(case, each)
        how.note(f"{each} is watched no more; what came from it stays in the case.")
    return DONE
