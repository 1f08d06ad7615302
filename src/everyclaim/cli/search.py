"""`everyclaim search`: words in the reports of the case, where they stand."""

from typing import TYPE_CHECKING

import click
from rich.text import Text

from everyclaim.cli.case import DONE, asked, case_options, mistakes, print_lines
from everyclaim.cli.tell import console
from everyclaim.codec import Json
from everyclaim.export.permalinks import words_link

if TYPE_CHECKING:
    from everyclaim.casebook import Hit

_BLANKS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")
"""Line ends and a terminal's control characters, each as one space: what was found stays where it is."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Show so many reports.")
@case_options
def search(words: tuple[str, ...], limit: int) -> int:
    """Find reports that hold all the words, in any script; "words in a row" and beginnings* too."""
    from everyclaim.casebook import open_view  # noqa: PLC0415 loads the store's library, which --help needs not

    how = asked()
    with open_view(how.open().folder) as view:
        with mistakes():
            hits = view.search(" ".join(words), limit)
        if how.as_json:
            print_lines(map(_line, hits))
        else:
            for hit in hits:
                _print(hit)
        if not hits:
            how.note(f"No report holds {' '.join(words)!r}.")
    return DONE


def _line(hit: "Hit") -> Json:
    places = [{"start": start, "end": end, "link": words_link(hit.report, start, end)} for start, end in hit.places]
    return {
        "report": hit.report,
        "title": hit.title,
        "snippet": hit.snippet,
        "start": hit.snippet_start,
        "places": places,
    }


def _print(hit: "Hit") -> None:
    snippet = Text(hit.snippet.translate(_BLANKS))
    for start, end in hit.places:
        snippet.stylize("bold reverse", max(0, start - hit.snippet_start), max(0, end - hit.snippet_start))
    head = Text((hit.title or "Report").translate(_BLANKS), style="bold")
    console().print(head.append(f"  {hit.report[:13]}", style="not bold dim"), snippet, Text(), sep="\n")
