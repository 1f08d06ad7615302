"""The product as one readable function, and the fence through which every unit of work goes.

    locate -> take (intake) -> read, which grounds on its way -> record (codec)

Where it stands: the commands and the Python entry call it. A report that cannot be taken or read becomes a `Trouble`,
and the others are read all the same.
"""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from typing import ParamSpec, TypeVar

from everyclaim import codec
from everyclaim.errors import EveryclaimError
from everyclaim.ground import ground
from everyclaim.intake import Location, Options, PassedOver, Refused, locate, take
from everyclaim.lexicon import actors, gazetteer, languages
from everyclaim.model import Mention, Report
from everyclaim.read import Options as ReadOptions
from everyclaim.read import Reading, read
from everyclaim.read.engines.english import get_folder
from everyclaim.read.engines.weights import fingerprint
from everyclaim.read.steps import STEPS
from everyclaim.settings import Settings
from everyclaim.sieve import doubtful, without

T = TypeVar("T")
P = ParamSpec("P")

READS = frozenset({"en"})
"""The languages that are read automatically; reports in others are taken in and shown (design of the product)."""

_STEPS = "everyclaim.read.steps."

_FEW = 20
"""Things in a document that are looked at to see that it holds one report: a PDF with some pages that are pictures."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One unit of work that failed: at which stage and step, about what, told in a sentence.

    `trace` is None where the world failed and the sentence says it all; otherwise the fault is ours. `kind` is the name
    of the error, so that troubles can be counted.
    """

    stage: str
    about: str
    sentence: str
    step: str | None = None
    trace: str | None = None
    kind: str = "fault"


@dataclass(frozen=True, slots=True)
class Result:
    """A report that was read, its record, and sentences about what could not be done for it."""

    report: Report
    record: codec.Json
    notes: tuple[str, ...] = ()


def read_all(source: str, options: Options, least: float = 0.0) -> Iterator[Result | PassedOver | Trouble]:
    """Read every report of a source, one after the other; what fails is told and the rest goes on.

    Claims of less confidence than `least` are left out.

    Raises:
        MissingPart: the English pipeline or the gazetteer is absent or not the one pinned; nothing can be read.
    """
    reader()
    for location in locate(source):
        for taken in take_safely(location, options):
            yield (
                fence("read", name_of(taken, location), read_report, taken, least)
                if isinstance(taken, Report)
                else taken
            )


def take_safely(location: Location, options: Options) -> Iterator[Report | PassedOver | Trouble]:
    """Take in every report of a document; what fails in it is told and the rest goes on."""
    taking = take(location, options)
    while True:
        taken = fence("intake", location.name, next, taking, None)
        if isinstance(taken, Refused):
            yield Trouble("intake", taken.name, str(taken.error), kind=type(taken.error).__name__)
        elif taken is not None:
            yield taken
        if taken is None or isinstance(taken, Trouble):
            return


def name_of(report: Report, location: Location) -> str:
    """How messages name a report: by the document that it came with, and by its place in that."""
    return location.name + (report.member or "")


def read_one(location: Location, options: Options, least: float = 0.0) -> Result:
    """Read the one report of a document outside the fence, for a caller who wants the error itself.

    Claims of less confidence than `least` are left out.

    Raises:
        ValueError: it holds no report, or more than one.
        EveryclaimError: it cannot be taken in or read.
    """
    taken = list(islice((each for each in take(location, options) if not isinstance(each, PassedOver)), _FEW))
    reports = [each for each in taken if isinstance(each, Report)]
    refused = [each.error for each in taken if isinstance(each, Refused)]
    if not reports and refused:
        raise refused[0]
    if len(reports) != 1:
        many = "more than one report" if reports else "no report"
        raise ValueError(f"{location.name} holds {many}; use `everyclaim read`, or add it to a case.")
    result = read_report(reports[0], least)
    return replace(result, notes=(*map(str, refused), *result.notes))


def read_report(report: Report, least: float = 0.0) -> Result:
    """Read a report into its record; claims of less confidence than `least` are left out."""
    parts = read_parts(report)
    sieved = without(parts, doubtful(parts.claims, least))
    return Result(report, codec.record(sieved), tuple(notes(report)))


def read_parts(report: Report) -> codec.RecordParts:
    """Read a report into all that it yields. One in a language that is not read yields nothing but a trouble."""
    if report.language in READS:
        reading = read(report, ReadOptions(ground=ground))
    else:
        reading = Reading((), (), (), (), (_refusal(report),))
    return codec.RecordParts(report, reader(), *reading)


def fence(stage: str, about: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Trouble:
    """Do one unit of work; whatever fails in it becomes a trouble."""
    try:
        return work(*args, **kwargs)
    except EveryclaimError as error:
        return Trouble(stage, about, str(error), kind=type(error).__name__)
    except Exception as error:  # noqa: BLE001 the one broad handler: a fault in one report must not stop the others
        return _fault(stage, about, error)


def _fault(stage: str, about: str, error: Exception) -> Trouble:
    step = _step(error)
    where = f"step {step!r}" if step else f"stage {stage!r}"
    sentence = f"{about}: A fault of everyclaim stopped {where} ({type(error).__name__}: {error}); please report it."
    return Trouble(stage, about, sentence, step, "".join(traceback.format_exception(error)))


def _step(error: Exception) -> str | None:
    """The reading step in which an error arose, by the innermost of the steps' files on the way to it."""
    names = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    return next((name.removeprefix(_STEPS) for name in reversed(names) if name.startswith(_STEPS)), None)


def notes(report: Report) -> Iterator[str]:
    """Sentences about what could not be done for a report."""
    name = (report.path or report.url or "The report") + (report.member or "")
    if report.language not in READS:
        reason = f" ({report.language_reason})" if report.language_reason else ""
        named = f"{languages.name_of(report.language)}{reason}"
        yield f"{name}: It is in {named}, and only English is read: its record is empty until claims are coded by hand."
    elif report.published is None:
        yield f"{name}: No publication date was found, so words such as 'on Monday' give no date; give --published DAY."


def _refusal(report: Report) -> Mention[str]:
    """Mark the first line of a report that is not read: a record's troubles stand at words."""
    start = len(report.text) - len(report.text.lstrip())
    end = start + len(report.text[start:].splitlines()[0].rstrip())
    return Mention(report.span(start, end), "unsupported_language", "flow")


def configure(settings: Settings) -> None:
    """Say which gazetteer and which table of own actors this process reads with; called once, before reading."""
    gazetteer.use(settings.gazetteer, settings.own_gazetteer)
    actors.use(settings.own_actors)


@cache
def reader() -> str:
    """Name everything that a record depends on: the program, its steps, lexicons, gazetteer and weights.

    Raises:
        MissingPart: the English pipeline is absent or is not the one pinned, or the gazetteer is not built.
    """
    folder = get_folder()
    places = codec.identify(places=gazetteer.current().made_from())
    steps = codec.identify(steps=[[each.name, each.version] for each in STEPS])
    parts = (
        ("steps", steps),
        ("lexicon", lexicon_sha256()),
        ("gazetteer", places),
        (folder.name, fingerprint(folder)),
    )
    return f"everyclaim {version('everyclaim')} " + " ".join(f"{name}:{digest[:12]}" for name, digest in parts)


@cache
def lexicon_sha256() -> str:
    """Hash of every wordlist and table that reading and grounding use."""
    texts = {name: codec.sha256(file.read_bytes()) for name, file in _tables(files("everyclaim.lexicon"), "")}
    if (own := actors.own()) is not None:
        texts["own/actors.yaml"] = codec.sha256(own.read_bytes())
    return codec.sha256(codec.canonical(texts))


def _tables(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            yield from _tables(each, f"{path}{each.name}/")
        elif each.name.endswith((".yaml", ".json", ".csv")):
            yield f"{path}{each.name}", each
