"""`everyclaim judge code`: a claim by hand, over words of a report in any language. A part of `everyclaim judge`."""

import re
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args

import click

from everyclaim import codec
from everyclaim.cli.case import DONE, asked, case_options, mistakes, print_lines
from everyclaim.lexicon import actors, gazetteer
from everyclaim.model import Field, Modality, Mode, Standing
from everyclaim.settings import from_environment

if TYPE_CHECKING:
    from everyclaim.case_coding import Coding


class Given(TypedDict):
    """What is given on the command line."""

    report: str
    field: Field
    quote: str | None
    at: tuple[int, int] | None
    parts: tuple[str, ...]
    voice: str | None
    voice_name: str | None
    voice_code: str | None
    about: str | None
    standing: Standing
    modality: Modality
    mode: Mode | None
    why: str


def parse_place(_context: click.Context, _option: click.Parameter, words: str | None) -> tuple[int, int] | None:
    """Parse offsets such as "120-134"."""
    if words is None:
        return None
    found = re.fullmatch(r"(\d+)[-:](\d+)", words)
    if found is None:
        raise click.BadParameter(f"{words!r} is no place in a text; give it as START-END, as `search --json` has it")
    return int(found[1]), int(found[2])


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--field", type=click.Choice(get_args(Field)), required=True, help="What is claimed.")
@click.option("--quote", metavar="WORDS", help="The words it rests on; vowel signs and accents may be left out.")
@click.option("--at", metavar="START-END", callback=parse_place, help="Their offsets instead.")
@click.option(
    "--set", "parts", metavar="NAME=VALUE", multiple=True, help="A part of its value, as the record names it."
)
@click.option("--voice", metavar="WORDS", help="Who says so, in the text's words (default: the report itself).")
@click.option("--voice-name", metavar="NAME", help="Their name, where it is not these words.")
@click.option("--voice-code", metavar="CODE", help="Their code, as LBY:MIL.")
@click.option("--about", metavar="HAPPENING", help="Which happening: h1, p1, or new (default: the only or main one).")
@click.option("--standing", type=click.Choice(get_args(Standing)), default="asserted", show_default=True)
@click.option("--modality", type=click.Choice(get_args(Modality)), default="happened", show_default=True)
@click.option("--mode", type=click.Choice(get_args(Mode)), help="How it is said (default: by voice and standing).")
@click.option("--why", required=True, help="The reason, for whoever reads the record.")
@case_options
def code(**given: Unpack[Given]) -> int:
    """Code a claim by hand over words of a REPORT, in any language. It counts like one that was read.

    Example: --field killed --quote "nine civilians" --set number=9 --set of=civilians --set status=civilian
    --voice "the mayor". `judge correct`, `judge reject` and `judge withdraw` hold for it too.
    """
    from everyclaim import case_flow  # noqa: PLC0415 loads the store's library, which --help needs not
    from everyclaim.case_coding import code_claim  # noqa: PLC0415 the same
    from everyclaim.casebook import open_view, payload_of  # noqa: PLC0415 the same

    how = asked()
    case = how.open()
    settings = from_environment()
    gazetteer.use(settings.gazetteer, settings.own_gazetteer)
    actors.use(settings.own_actors)
    with mistakes():
        with open_view(case.folder) as view:
            if (report := view.find_report(given["report"])) is None:
                raise ValueError(f"{given['report']!r} is the id of no one report; `everyclaim search` tells ids.")
            claim = code_claim(view.parts(report), _coding(given), given["why"])
        judgement = case_flow.make_judgement(case, "code", (report,), given["why"], payload_of(claim))
        case_flow.judge(case, judgement)
    if how.as_json:
        print_lines([codec.encode(judgement)])
    else:
        how.note(
            f"Claim {claim.id} about {claim.about[0]} of {report[:13]} is kept as {judgement.id}; "
            f"`everyclaim judge withdraw {judgement.id} --why ...` takes it back."
        )
    return DONE


def _coding(given: Given) -> "Coding":
    from everyclaim.case_coding import Coding, Voice  # noqa: PLC0415 as above

    words = given["voice"]
    return Coding(
        field=given["field"],
        words=given["quote"],
        at=given["at"],
        value=dict(each.partition("=")[::2] for each in given["parts"]),
        voice=None if words is None else Voice(words, given["voice_name"], given["voice_code"]),
        about=given["about"],
        standing=given["standing"],
        modality=given["modality"],
        mode=given["mode"],
    )
