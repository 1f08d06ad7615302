"""The card of an incident in the terminal: each policy's figures with their reasons, then who says what where."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from everyclaim.cli.card import CLAIMED, grid, line_rows, part
from everyclaim.cli.tell import plain_record
from everyclaim.codec import Json
from everyclaim.export.incident_words import Telling, say_range, say_standing, say_whom, tell, title
from everyclaim.lexicon.gazetteer import CREDIT

Row = tuple[Text, Text, Text]


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
    credit = [CREDIT] if incident["where"] and incident["where"]["lat"] is not None else []
    console.print(Text("\n" + "\n".join([CLAIMED, *credit]), style="dim"))


def _head(incident: Json) -> RenderableType:
    voices = len({each["voice"] for each in incident["reports"]})
    facts = [incident["id"], f"{len(incident['reports'])} reports", f"{voices} published apart"]
    facts += [f"before: {', '.join(incident['previous_codes'])}"] if incident.get("previous_codes") else []
    facts += [f"part of {incident['parent']}"] if incident["parent"] else []
    return Group(Text(title(incident), style="bold"), Text(" · ".join(facts), style="dim"))


def _assessment(assessment: Json, *, explain: bool) -> RenderableType:
    name = assessment["policy"] if assessment["policy"] == "everyclaim" else f"emulated:{assessment['policy']}"
    heading = Text(f"{name} {assessment['version']}", style="bold")
    heading.append(f"  {say_standing(assessment)}", style="not bold")
    rows = [_harm(row, explain=explain) for row in assessment["harm"]]
    return Group(Text(), Rule(heading, align="left", style="dim"), grid(rows))


def _harm(row: Json, *, explain: bool) -> Row:
    said = "" if row["said_low"] is None else f"said: {row['said_low']:,}–{row['said_high'] or row['said_low']:,}"
    value = Text(say_range(row), style="bold")
    value.append(f"\n{said}" if said and explain else "", style="not bold dim")
    return Text(say_whom(row), style="cyan"), value, Text("\n".join(_reasons(row, explain=explain)), style="dim")


def _reasons(row: Json, *, explain: bool) -> Iterator[str]:
    for reason in row["reasons"]:
        rule = f" ({reason['rule']}: {', '.join(reason['claims'])})" if explain else ""
        yield f"{reason['bound']}: {reason['text']}{rule}"


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
