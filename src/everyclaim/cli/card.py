"""The card of a record in the terminal: each value with who says so, the words it rests on, and what speaks against it.

Readable at 80 columns, without colour, and by a screen reader: marks are words, colour only repeats them.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from everyclaim.cli.tell import plain_record
from everyclaim.codec import Json
from everyclaim.export.outline import Line, Section, has_points, outline
from everyclaim.export.wording import FIGURES, spaced
from everyclaim.lexicon.gazetteer import CREDIT
from everyclaim.lexicon.languages import name_of

CLAIMED = "Each line is what the report says or whom it quotes; nothing here is checked against the world."

_LABEL = 11
_WIDTH = 76
_LONGEST_QUOTE = 220
"""Characters of a quote on a card; --json and --html have the whole."""


def show(record: Json, console: Console, *, explain: bool = False) -> None:
    """Print the card of a record.

    Args:
        record: one record (docs/reference/record.md).
        console: where to.
        explain: whether to add which step and cue a value rests on.
    """
    record = plain_record(record)
    console.print(_head(record["report"]))
    for section in outline(record):
        console.print(_section(section, explain=explain))
    parts = (_evidence(record), _victims(record), _troubles(record), attached(record.get("attachments", [])))
    for each in parts:
        if each is not None:
            console.print(each)
    console.print(_foot(record))


def _head(report: Json) -> RenderableType:
    name = report["title"] or report["path"] or report["url"] or "Report"
    facts = [
        report["publisher"],
        f"published {report['published']}" if report["published"] else "publication date unknown",
    ]
    facts += [_language(report), f"{report['characters']:,} characters"]
    facts += [f"{report['pages']:,} page{'s' if report['pages'] > 1 else ''}"] if "pages" in report else []
    facts += [lies_in] if (lies_in := place_of(report)) not in {None, name} else []
    return Group(Text(name, style="bold"), Text(" · ".join(each for each in facts if each), style="dim"))


def _language(report: Json) -> str:
    """The language by name; with the reason where nothing is read in it, since all hangs on it there."""
    reason = report.get("language_reason")
    return name_of(report["language"]) + (f" ({reason})" if reason and report["language"] != "en" else "")


def place_of(report: Json) -> str | None:
    """Where a report lies: its file with its place in that, or the address with the place in what lay there."""
    if report["path"]:
        return str(report["path"])
    return f"{report['url']} {report['member']}" if report["url"] and report.get("member") else None


def _section(section: Section, *, explain: bool) -> RenderableType:
    name = Text(f"{section.id}  ", style="dim") if section.id else Text("")
    title = name + Text(section.title, style="bold")
    # A rule cuts a title that does not fit; a title that may not fit stands without one.
    head: list[RenderableType] = [Rule(title, align="left", style="dim") if title.cell_len < _WIDTH else title]
    head += [Text(", ".join(section.standing), style="dim")] if section.standing else []
    return Group(Text(), *head, grid(line_rows(section.lines, explain=explain)))


def grid(rows: Iterable[tuple[Text, Text, Text]]) -> Table:
    """Label, value and the words it rests on, side by side."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def line_rows(lines: Iterable[Line], *, explain: bool) -> Iterator[tuple[Text, Text, Text]]:
    """Claims as rows of a grid; a label is told once."""
    last = ""
    for line in lines:
        yield (
            Text(line.label if line.label != last else "", style="cyan"),
            _value(line, explain=explain),
            cited(line.quote, line.page),
        )
        last = line.label


def _value(line: Line, *, explain: bool) -> Text:
    text = Text()
    for caution in line.cautions:
        text.append(f"[{caution}] ", style="bold yellow")
    text.append(line.value, style="bold" if line.preferred or line.field in FIGURES else "")
    details = [(f"— {line.voice}", "")] if line.voice else []
    details += [(line.point, "dim")] if line.point else []
    details += [(f"supported by {', '.join(words for _, words in line.supports)}", "dim")] if line.supports else []
    details += [(f"BUT {words}", "yellow") for _, words in line.against]
    details += [(f"coded by {line.coder}", "dim")] if line.coder else []
    details += [(line.why, "dim")] if explain else []
    for words, style in details:
        text.append(f"\n{words}", style=style)
    return text


def quoted(quote: str) -> Text:
    """The words of a report, cut where they are long."""
    words = " ".join(quote.split())
    cut = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return Text(f"“{cut}”", style="italic dim")


def cited(quote: str, page: int | None) -> Text:
    """The words of a report with their page, where its text has pages."""
    words = quoted(quote)
    return words if page is None else words.append(f" p.\u00a0{page}", style="not italic dim")


def attached(items: Sequence[Json]) -> RenderableType | None:
    """Evidence that people attached: the file, where it is from, and the hash by which it lies in the case's store."""
    rows = [
        (
            Text(spaced(each["kind"]), style="cyan"),
            Text(each["name"], style="bold").append(f"\n{each['origin']}", style="not bold"),
            Text(f"{each['original']}\nattached by {each['attached_by']}, {each['attached_at'][:10]}", style="dim"),
        )
        for each in items
    ]
    return part("Attached by people (nothing in it was read)", rows)


def _evidence(record: Json) -> RenderableType | None:
    rows = [
        (
            Text(each["id"], style="cyan"),
            Text(f"{spaced(each['kind'])}, {each['seen']}"),
            cited(each["words"], each.get("page")),
        )
        for each in record["evidence"]
    ]
    return part("Evidence that the report shows or speaks of", rows)


def _victims(record: Json) -> RenderableType | None:
    rows = []
    for each in record["victims"]:
        facts = [", ".join(each["names"]) or "unnamed", each["age"], each["sex"], each["role"]]
        facts += [spaced(each["befell"])] if each["befell"] else []
        quote = each["mentions"][0]["words"] if each["mentions"] else ""
        rows.append((Text(each["id"], style="cyan"), Text(", ".join(fact for fact in facts if fact)), quoted(quote)))
    return part("People named or described (not for publication unless a person decides so)", rows)


def _troubles(record: Json) -> RenderableType | None:
    rows = [
        (Text("!", style="bold yellow"), Text(spaced(each["kind"])), quoted(each["words"]))
        for each in record["troubles"]
    ]
    return part("Doubtful in the text", rows)


def part(title: str, rows: Sequence[tuple[Text, Text, Text]]) -> RenderableType | None:
    """A grid under its title; None if there is nothing in it."""
    return Group(Text(), Rule(Text(title), align="left", style="dim"), grid(iter(rows))) if rows else None


def _foot(record: Json) -> RenderableType:
    if not record["claims"]:
        return Text("\nNo claims were found in this report.")
    lines = [CLAIMED, *([CREDIT] if has_points(record) else [])]
    return Text("\n" + "\n".join(lines), style="dim")
