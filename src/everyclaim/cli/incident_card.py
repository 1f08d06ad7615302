"""The card of an incident in the terminal: each policy's figures with their reasons, then who says what where."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from everyclaim.cli.card import CLAIMED, attached, grid, line_rows, part
from everyclaim.cli.tell import plain_record
from everyclaim.codec import Json
from everyclaim.export.incident_words import Telling, say_range, say_standing, say_whom, tell, title
from everyclaim.export.policy_names import OWN, label
from everyclaim.export.wording import LABELS, spaced
from everyclaim.lexicon.gazetteer import CREDIT

Row = tuple[Text, Text, Text]

_ORDER = {field: place for place, field in enumerate(LABELS)}


def show_incident(incident: Json, records: Mapping[str, Json], console: Console, *, explain: bool = False) -> None:
    """Print the card of an incident.

    Args:
        incident: its JSON (docs/reference/case.md).
        records: the records of its reports, by report id.
        console: where to.
        explain: whether to add the rule behind each bound, and the step and cue behind each claim.
    """
    incident = plain_record(incident)
    records = {name: plain_record(record) for name, record in records.items()}
    console.print(_head(incident))
    for assessment in incident["assessments"]:
        console.print(_assessment(assessment, explain=explain))
    console.print(_claims(tell(incident, records), explain=explain))
    console.print(part("Reports", [_report(each) for each in incident["reports"]]))
    if (items := attached(incident.get("attachments", []))) is not None:
        console.print(items)
    credit = [CREDIT] if incident["where"] and incident["where"]["lat"] is not None else []
    console.print(Text("\n" + "\n".join([CLAIMED, *credit]), style="dim"))


def _head(incident: Json) -> RenderableType:
    voices = len({each["voice"] for each in incident["reports"]})
    facts = [incident["id"], f"{len(incident['reports'])} reports", _copies(len(incident["reports"]) - voices)]
    facts += [f"before: {', '.join(incident['previous_codes'])}"] if incident.get("previous_codes") else []
    facts += [f"part of {incident['parent']}"] if incident["parent"] else []
    return Group(Text(title(incident), style="bold"), Text(" · ".join(facts), style="dim"))


def _copies(number: int) -> str:
    return f"{number} of them copies of others" if number else "no copies among them"


def _assessment(assessment: Json, *, explain: bool) -> RenderableType:
    """A policy's figures: the product's own with the reasons, an imitated one in one line unless more is asked for."""
    own = assessment["policy"] == OWN
    heading = Text(f"{label(assessment['policy'])} {assessment['version']}", style="bold")
    parts: list[RenderableType] = [
        Text(),
        Rule(heading, align="left", style="dim"),
        Text(say_standing(assessment), style="bold" if own else ""),
    ]
    if own or explain:
        parts += [Text(f"{spaced(each['bound'])}: {each['text']}", style="dim") for each in assessment["reasons"]]
    rows = list(_telling(assessment["harm"]))
    if own or explain:
        return Group(*parts, _figures([_harm(row, explain=explain) for row in rows]))
    return Group(*parts, Text("; ".join(f"{say_whom(row)} {say_range(row)}" for row in rows)))


def _telling(rows: Sequence[Json]) -> Iterator[Json]:
    """Rows in people's order, without those that only say the sum again: everybody's status unknown."""
    sums = {_whose(row): _bounds(row) for row in rows if row["status"] == "all"}
    for row in sorted(rows, key=lambda row: _ORDER[row["kind"]]):
        if row["status"] != "unknown" or sums.get(_whose(row)) != _bounds(row):
            yield row


def _whose(row: Json) -> tuple[str | None, ...]:
    return row["kind"], row["group"], row["side"]


def _bounds(row: Json) -> tuple[int | bool | None, ...]:
    return row["low"], row["best"], row["high"], row["open_high"]


def _figures(rows: Sequence[Row]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in (20, 12, None):
        table.add_column(width=width, ratio=None if width else 1, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _harm(row: Json, *, explain: bool) -> Row:
    said = "" if row["said_low"] is None else f"said: {row['said_low']:,}–{row['said_high'] or row['said_low']:,}"
    value = Text(say_range(row), style="bold")
    value.append(f"\n{said}" if said and explain else "", style="not bold dim")
    return Text(say_whom(row), style="cyan"), value, Text("\n".join(_reasons(row, explain=explain)), style="dim")


def _reasons(row: Json, *, explain: bool) -> Iterator[str]:
    for reason in row["reasons"] if explain else _once(row):
        rule = f" ({reason['rule']}: {', '.join(reason['claims'])})" if explain else ""
        yield f"{spaced(reason['bound'])}: {reason['text']}{rule}"


def _once(row: Json) -> Iterator[Json]:
    """The reasons, with one for both bounds where the same claims set them to one number."""
    by_bound = {each["bound"]: each for each in row["reasons"]}
    resting = [by_bound[bound]["claims"] for bound in ("low", "high") if bound in by_bound]
    same = row["low"] == row["high"] and len(resting) > 1 and resting[0] == resting[1]
    for each in row["reasons"]:
        if not same or each["bound"] != "high":
            yield {**each, "bound": "low and high"} if same and each["bound"] == "low" else each


def _claims(tellings: Sequence[Telling], *, explain: bool) -> RenderableType:
    """Who says what; under the words stands the report that has them."""
    lines = line_rows([each.line for each in tellings], explain=explain)
    rows = [
        (label, value, _with_report(words, each.report))
        for (label, value, words), each in zip(lines, tellings, strict=True)
    ]
    return Group(Text(), Rule(Text("Who says what"), align="left", style="dim"), grid(rows))


def _with_report(words: Text, report: Json) -> Text:
    return words.append(f"\n{_name(report)}", style="not italic dim")


def _report(report: Json) -> Row:
    main = "about this" if report["main"] else "mentions this"
    return (
        Text(f"voice {report['voice']}", style="cyan"),
        Text(f"{_name(report)}, {main}"),
        Text(report["id"][:13], style="dim"),
    )


def _name(report: Json) -> str:
    return (
        " · ".join(each for each in (report["publisher"], report["path"] or report.get("url")) if each)
        or report["id"][:13]
    )
