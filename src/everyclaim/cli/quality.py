"""`everyclaim bench quality`: how well reports are read, on texts with answers that others coded."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from rich.table import Table

from everyclaim.cli.tell import console, tell
from everyclaim.errors import EveryclaimError
from everyclaim.settings import from_environment

if TYPE_CHECKING:
    from everyclaim.bench.measuring import Result
    from everyclaim.bench.table import Eval
    from everyclaim.codec import Json

WELL, UNDER, NOTHING, PARTLY = 0, 1, 2, 3


class Given(TypedDict):
    """What is given on the command line."""

    folder: Path
    only: tuple[str, ...]
    sample: int | None
    scorers: Path | None
    predictions: Path | None
    as_json: bool
    quiet: bool


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=_FOLDER)
@click.option("--only", multiple=True, metavar="NAME", help="Only this corpus; may be given several times.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="N documents of each, always the same ones.")
@click.option("--scorers", type=_FOLDER, help="Where the scoring programs lie, if not in FOLDER.")
@click.option("--predictions", type=click.Path(file_okay=False, path_type=Path), help="Write the answers there too.")
@click.option("--json", "as_json", is_flag=True, help="Print one measure a line (JSON Lines).")
@click.option("--quiet", is_flag=True, help="Tell nothing but results and failures.")
def quality(**given: Unpack[Given]) -> int:
    """Read the texts of FOLDER, and let the scoring programs that lie there compare the answers.

    FOLDER holds a file NAME.jsonl for each corpus (or incidents/single.jsonl), one document a line with "id", "text"
    and "gold", and its scoring programs (score.py, incidents/score.py, isaf_score.py). These programs are run: measure
    only folders whose programs you trust. Floors are shown for the texts on which they were recorded. Exit codes: 1 a
    score is under its floor, 2 there is nothing to measure, 3 a file or its scoring program is broken or missing.
    """
    from everyclaim.bench.corpus import warm  # noqa: PLC0415 loads the parser, which --help needs not
    from everyclaim.bench.finding import find_corpora  # noqa: PLC0415 the same
    from everyclaim.flow import configure  # noqa: PLC0415 the same

    corpora = find_corpora(given["folder"])
    chosen = [each for each in corpora.found if not given["only"] or each.name in given["only"]]
    if unknown := sorted(set(given["only"]) - {each.name for each in corpora.found}):
        raise click.UsageError(f"{given['folder']}: There is no corpus {unknown[0]!r} that could be measured.")
    for sentence in (*corpora.broken, *(() if given["quiet"] or given["only"] else corpora.skipped)):
        tell(sentence)
    if not chosen and not corpora.broken:
        raise click.UsageError(f"{given['folder']}: There is no corpus to measure; give NAME.jsonl files.")
    configure(from_environment())
    warm()
    results = list(_measured(chosen, given))
    _print(results, as_json=given["as_json"])
    return _code(results, partly=bool(corpora.broken) or len(results) < len(chosen))


def _measured(chosen: "Sequence[Eval]", given: Given) -> "Iterator[Result]":
    """The results, corpus by corpus; what cannot be measured is told, and the rest goes on."""
    for corpus in chosen:
        try:
            yield _measure(corpus, given)
        except EveryclaimError as error:
            tell(str(error))


def _measure(corpus: "Eval", given: Given) -> "Result":
    from everyclaim.bench.measuring import measure  # noqa: PLC0415 loads the parser
    from everyclaim.bench.table import adapter  # noqa: PLC0415 the same

    answers: list[Json] = []
    predict = _watched(corpus, adapter(corpus), answers, quiet=given["quiet"])
    result = measure(corpus, given["folder"], ["all"], predict, sample=given["sample"], scorers=given["scorers"])
    if given["predictions"] is not None:
        given["predictions"].mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in answers)
        (given["predictions"] / f"{corpus.label}.jsonl").write_text(lines, encoding="utf-8")
    return result


def _watched(
    corpus: "Eval", predict: "Callable[[Json], Json]", answers: "list[Json]", *, quiet: bool
) -> "Callable[[Json], Json]":
    """An adapter that keeps its answers, and counts on standard error where a person watches."""

    def watched(line: "Json") -> "Json":
        answers.append(predict(line))
        if sys.stderr.isatty() and not quiet:
            click.echo(f"\r{corpus.label} {len(answers)} read", err=True, nl=False)
        return answers[-1]

    return watched


def _code(results: "Sequence[Result]", *, partly: bool) -> int:
    from everyclaim.bench.measuring import under_floor  # noqa: PLC0415 loads the parser

    if not results:
        return NOTHING
    if any(under_floor(each) for each in results):
        return UNDER
    return PARTLY if partly else WELL


def _print(results: "Sequence[Result]", *, as_json: bool) -> None:
    if as_json:
        for each in results:
            for row in _rows(each):
                click.echo(json.dumps(row, ensure_ascii=False))
    elif results:
        console().print(_table(results))


def _rows(result: "Result") -> "Iterator[Json]":
    """What is told of each measure."""
    from everyclaim.bench.measuring import change_of, floor_of  # noqa: PLC0415 loads the parser

    for name, label in result.corpus.measures.items():
        if (score := result.scores["all"].get(name)) is not None:
            yield {
                "corpus": result.corpus.label,
                "measure": label,
                "score": score,
                "floor": floor_of(result, name),
                "change": change_of(result, name),
                "documents": result.documents,
                "characters_a_second": round(result.pace),
            }


def _table(results: "Sequence[Result]") -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("corpus")
    table.add_column("measure")
    for name in ("score", "floor", "change", "texts", "characters/s"):
        table.add_column(name, justify="right")
    for result in results:
        for number, row in enumerate(_rows(result)):
            of_all = (f"{row['documents']}", f"{row['characters_a_second']:,}") if not number else ("", "")
            figures = (_shown(row["score"]), _shown(row["floor"]), _shown(row["change"], "+"))
            table.add_row(row["corpus"] if not number else "", row["measure"], *figures, *of_all)
    return table


def _shown(value: float | None, sign: str = "") -> str:
    return "" if value is None else f"{value:{sign}.3f}"
