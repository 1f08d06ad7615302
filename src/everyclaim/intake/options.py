"""How to take reports in: what the caller knows about them, the limits, and the two seams of the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from everyclaim.intake.hosts import Hosts

if TYPE_CHECKING:
    import httpx

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) -> the addresses that the name stands for."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to hold about every report that is taken in.

    Args:
        title: given by a person; as with the next four, it goes before what the document says of itself.
        publisher: given by a person.
        published: given by a person.
        language: ISO 639-1, given by a person.
        url: where the document was found, given by a person.
        archive: folder in which originals are kept by their SHA-256, and captures of links; None keeps none.
        largest: the most bytes, or characters, that one report may have.
        largest_file: the most bytes of a file that may hold many, or pictures beside its text.
        columns: for tables and objects, pairs of what is wanted ("text") and the column that holds it.
        seconds: how long a link may take altogether.
        redirects: how many redirects a link may make.
        resolve: finds the addresses of a host name; None asks the system.
        transport: carries requests; None is the network.
        hosts: what is remembered of the hosts visited, so that none is pressed; one for all that is taken in together.
    """

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    archive: Path | None = None
    largest: int = 20_000_000
    largest_file: int = 4_000_000_000
    columns: tuple[tuple[str, str], ...] = ()
    seconds: float = 20.0
    redirects: int = 5
    resolve: Resolve | None = None
    transport: httpx.BaseTransport | None = None
    hosts: Hosts = field(default_factory=Hosts, compare=False)
