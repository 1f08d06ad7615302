"""`everyclaim sources`: the source register, which says who speaks in a case and how far each voice carries."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click
from rich.table import Table
from rich.text import Text

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, mistakes, print_lines
from everyclaim.cli.tell import console, plain
from everyclaim.model import SourceKind

if TYPE_CHECKING:
    from everyclaim.assess import Voice


@click.group(invoke_without_command=True)
@click.pass_context
@case_options
def sources(context: click.Context) -> int:
    """List the voices of the case: kind, side, whether credible, whom they cite. `sources set` decides about one."""
    return DONE if context.invoked_subcommand else _list()


class Given(TypedDict):
    """What is given on the command line."""

    key: str
    kind: str | None
    credible: str | None
    side: str | None
    cites: tuple[str, ...]
    why: str


@sources.command("set")
@click.argument("key", metavar="VOICE")
@click.option("--kind", type=click.Choice(get_args(SourceKind)), help="What kind of source it is.")
@click.option("--credible", type=click.Choice(["yes", "no", "unset"]), help="Whether it is believed.")
@click.option("--side", metavar="CODE", help="The belligerent on whose side it stands.")
@click.option("--cites", metavar="VOICE", multiple=True, help="Whose words it passes on.")
@click.option("--why", required=True, help="The reason, for whoever reads the log.")
@case_options
def set_source(**given: Unpack[Given]) -> int:
    """Decide about a voice, by its key or its name; assessing heeds it from now on."""
    from everyclaim import case_flow  # noqa: PLC0415 loads the store's library, which --help needs not

    how = asked()
    case = how.open()
    payload: dict[str, str] = {name: str(given[name]) for name in ("kind", "credible", "side") if given[name]}
    if given["cites"]:
        payload["cites"] = ", ".join(given["cites"])
    with mistakes():
        if not payload:
            raise ValueError("Nothing is decided; give --kind, --credible, --side or --cites.")
        judgement = case_flow.make_judgement(case, "source", [_key(_voices(), given["key"])], given["why"], payload)
    case_flow.judge(case, judgement)
    if how.as_json:
        print_lines([codec.encode(judgement)])
    else:
        how.note(f"Kept as {judgement.id}; assessments heed it from now on.")
    return DONE


def _voices() -> "Mapping[str, Voice]":
    from everyclaim.case_flow import register  # noqa: PLC0415 loads the store's library, which --help needs not
    from everyclaim.casebook import open_view  # noqa: PLC0415 the same

    with open_view(asked().open().folder) as view:
        return {each.key: each for each in register(view).voices}


def _key(voices: "Mapping[str, Voice]", name: str) -> str:
    """The key of a voice.

    Raises:
        ValueError: there is no such voice, or more than one of that name.
    """
    found = (
        [name] if name in voices else [key for key, each in voices.items() if each.name.casefold() == name.casefold()]
    )
    if len(found) != 1:
        raise ValueError(f"{name!r} is the key or name of no one voice; `everyclaim sources` lists them.")
    return found[0]


def _list() -> int:
    how, voices = asked(), _voices()
    if how.as_json:
        print_lines(asdict(each) for each in voices.values())
        return DONE
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    for each in voices.values():
        table.add_row(
            Text(plain(each.name), style="bold").append(f"\n{plain(each.key)}", style="not bold dim"), _facts(each)
        )
    if voices:
        console().print(table)
    else:
        how.note("Nobody speaks in the case yet; add reports with `everyclaim add`.")
    return DONE


def _facts(voice: "Voice") -> Text:
    credible = {True: "credible", False: "not credible", None: ""}[voice.credible]
    facts = [voice.kind.replace("_", " "), f"side {voice.side}" if voice.side else "", credible]
    facts += [f"cites {', '.join(voice.cites)}"] if voice.cites else []
    return Text(" · ".join(plain(each) for each in facts if each)).append(
        f"\n{plain(voice.why)}" if voice.why else "", style="dim"
    )
