"""`everyclaim add`: reports into the case, each kept when it is done; it can be stopped and run again."""

from datetime import date
from typing import TypedDict, Unpack

import click

from everyclaim.cli.case import DONE, NOTHING, PARTLY, asked, case_options
from everyclaim.cli.importing import say_sum, tell_import, tell_table
from everyclaim.cli.read import columns_option, parse_day
from everyclaim.settings import from_environment


class Given(TypedDict):
    """What is given on the command line."""

    sources: tuple[str, ...]
    published: date | None
    publisher: str | None
    title: str | None
    language: str | None
    columns: tuple[tuple[str, str], ...]


@click.command()
@click.argument("sources", metavar="PATH|URL...", nargs=-1, required=True)
@click.option("--published", metavar="DAY", callback=parse_day, help="Day of publication, as 2015-02-16.")
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its headline.")
@click.option("--language", metavar="CODE", help="Its language, as en; otherwise it is found.")
@columns_option
@case_options
def add(**given: Unpack[Given]) -> int:
    """Add reports to the case: files, folders, links, or standard input (-).

    Text, HTML, PDF, DOCX, mail (EML, mbox), tables (CSV, XLSX, JSON Lines), feeds (RSS, Atom), exports of Telegram,
    web archives (WARC, WACZ), and ZIP of all these. Each report is kept the moment it is read. Stopping loses nothing,
    adding the same again changes nothing. What is given about a report holds for all that are added at once. At the end
    a table says how many were read, what was skipped and why, and what failed.
    """
    from everyclaim.case_adding import add as add_all  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.flow import configure  # noqa: PLC0415 the same
    from everyclaim.intake import Options  # noqa: PLC0415 the same

    how, settings = asked(), from_environment()
    case = how.open()
    configure(settings)
    options = Options(
        given["title"], given["publisher"], given["published"], given["language"], columns=given["columns"]
    )
    tally = tell_import(add_all(case, given["sources"], options), how)
    tell_table(tally, f"{say_sum(tally)}; see them with `everyclaim incidents`.", how)
    if not tally.new and not tally.known:
        return NOTHING
    return PARTLY if tally.failed or tally.notes else DONE
