"""`everyclaim judge`: what people decide. A judgement is a new row that always wins; nothing is edited."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from everyclaim import codec
from everyclaim.cli.case import DONE, Asked, asked, case_options, mistakes, print_lines
from everyclaim.cli.judge_code import code

if TYPE_CHECKING:
    from everyclaim.casebook import View

_EVENTS = {
    "same": "These incidents or happenings are one.",
    "not-same": "These incidents or happenings are not one.",
    "unsure": "It cannot be said whether these are one.",
}
_CLAIMS = {
    "accept": "These claims were read as they stand.",
    "reject": "These claims were read wrongly; they count no more.",
}


@click.group()
def judge() -> None:
    """Decide: same, not-same or unsure about incidents; accept, correct, reject or code claims; withdraw a judgement.

    Incidents are named as EC-..., reports as r... (their main happening), one happening as REPORT#HAPPENING.
    """


def _command(verdict: str, says: str, fewest: int) -> click.Command:
    @click.argument("ids", metavar="ID...", nargs=-1, required=True)
    @click.option("--why", required=True, help="The reason, for whoever reads the log.")
    @case_options
    def decide(ids: tuple[str, ...], why: str) -> int:
        if len(ids) < fewest:
            raise click.UsageError(f"`judge {verdict}` is about two or more; give their ids")
        return _judge(verdict.replace("-", "_"), ids, why, {})

    return click.command(verdict, help=says)(decide)


for _name, _says in _EVENTS.items():
    judge.add_command(_command(_name, _says, 2))
for _name, _says in {**_CLAIMS, "withdraw": "These judgements (j...) hold no more."}.items():
    judge.add_command(_command(_name, _says, 1))


judge.add_command(code)


@judge.command()
@click.argument("claim", metavar="CLAIM")
@click.option("--set", "changes", metavar="NAME=VALUE", multiple=True, required=True, help="A part of its value, anew.")
@click.option("--why", required=True, help="The reason, for whoever reads the log.")
@case_options
def correct(claim: str, changes: tuple[str, ...], why: str) -> int:
    """A claim's value is another one; its words stay. Example: --set number=12 --set expression=at_least."""
    pairs = dict(each.partition("=")[::2] for each in changes)
    return _judge("correct", (claim,), why, pairs)


def _judge(verdict: str, ids: Sequence[str], why: str, payload: Mapping[str, str]) -> int:
    from everyclaim import case_flow  # noqa: PLC0415 loads the store's library, which --help needs not
    from everyclaim.casebook import open_view  # noqa: PLC0415 the same

    how = asked()
    case = how.open()
    with mistakes():
        with open_view(case.folder) as view:
            about = [_known(view, verdict, each, payload) for each in ids]
        judgement = case_flow.make_judgement(case, verdict, about, why, payload)
        case_flow.judge(case, judgement)
    _tell(codec.encode(judgement), how)
    return DONE


def _tell(judgement: codec.Json, how: Asked) -> None:
    if how.as_json:
        print_lines([judgement])
    else:
        how.note(f"Kept as {judgement['id']}; `everyclaim judge withdraw {judgement['id']} --why ...` takes it back.")


def _known(view: "View", verdict: str, name: str, payload: Mapping[str, str]) -> str:
    """The full id of what a judgement is about.

    Raises:
        ValueError: there is no such thing in the case, or it cannot be corrected so.
    """
    if verdict == "withdraw":
        if name not in {each.id for each in view.judgements()}:
            raise ValueError(f"There is no judgement {name}; `everyclaim log` lists them.")
        return name
    if verdict in {"same", "not_same", "unsure"}:
        return _event(view, name)
    claim = view.find_claim(name)
    if claim is None:
        raise ValueError(f"There is no claim {name}; `everyclaim show ID --explain` tells claims with their ids.")
    if payload:
        from everyclaim.casebook import correct as corrected  # noqa: PLC0415 as above

        corrected(claim, dict(payload))
    return name


def _event(view: "View", name: str) -> str:
    if name.upper().startswith("EC-"):
        try:
            return view.resolve(name)
        except KeyError as error:
            raise ValueError(f"There is no incident {name}; `everyclaim incidents` lists them.") from error
    start, _, happening = name.partition("#")
    report = view.find_report(start)
    if report is None:
        raise ValueError(f"{start!r} is the id of no one report; give more of it.")
    if not happening:
        return report
    if happening not in {each.id for each in view.parts(report).happenings}:
        raise ValueError(f"Report {start} has no happening {happening!r}; `everyclaim show {start}` lists them.")
    return f"{report}#{happening}"
