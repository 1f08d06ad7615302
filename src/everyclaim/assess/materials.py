"""What assessing takes: reports as they were read. Matching's `Told` is one of these."""

from collections.abc import Sequence
from typing import Protocol

from everyclaim.model import Claim, Happening, Report


class Materials(Protocol):
    """One report with what was read out of it."""

    @property
    def report(self) -> Report:
        """The archived report."""

    @property
    def happenings(self) -> Sequence[Happening]:
        """What the report treats as events."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Everything that anybody says in it."""
