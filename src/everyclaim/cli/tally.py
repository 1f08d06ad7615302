"""Counts what became of everything in an import, and tells it as a table: read, skipped and why, troubles."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from everyclaim.codec import Json

if TYPE_CHECKING:
    from everyclaim.case_adding import Added
    from everyclaim.flow import Trouble
    from everyclaim.intake import PassedOver

_KINDS = {
    "BrokenInput": "broken or cut short",
    "EmptyInput": "without text",
    "EncryptedInput": "encrypted",
    "NotText": "in an unknown encoding",
    "RefusedAddress": "at a private address",
    "RefusedByRobots": "at a site that asks programs to stay away",
    "RefusedLink": "at a link that its server refuses",
    "RestingHost": "at a site that asked for patience",
    "TooCostly": "too costly to open",
    "TooLarge": "too large",
    "UnreachableLink": "at a link that does not answer",
    "UnreadableInput": "not readable",
    "UnsupportedFormat": "of a kind that is not opened",
    "fault": "stopped by a fault of everyclaim",
}


@dataclass(slots=True)
class Tally:
    """What became of everything so far: reports `new` and `known` (there already), things skipped, and troubles.

    `notes` counts the remarks on reports that are in the case.
    """

    new: int = 0
    known: int = 0
    notes: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> int:
        """How many things should have become a report and did not."""
        return self.troubles.total()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read, skipped or failed."""
        return not (self.new or self.known or self.skipped or self.troubles)

    def add(self, added: "Added") -> None:
        """Count a report that is in the case."""
        self.new, self.known = self.new + added.new, self.known + (not added.new)
        self.notes += len(added.notes)

    def skip(self, passed: "PassedOver") -> None:
        """Count something that is no report by its nature."""
        self.skipped[passed.why] += 1

    def fail(self, trouble: "Trouble") -> None:
        """Count something that should be a report and is none."""
        self.troubles[_KINDS.get(trouble.kind, trouble.kind)] += 1

    def rows(self) -> Iterator[str]:
        """The table, a line a row."""
        yield _row("read", self.new + self.known, Counter({"added": self.new, "there already": self.known}))
        yield _row("skipped", self.skipped.total(), self.skipped)
        yield _row("troubles", self.failed, self.troubles)

    def as_json(self) -> Json:
        """The table, with what each number counts."""
        return {
            "read": self.new + self.known,
            "added": self.new,
            "there_already": self.known,
            "skipped": dict(self.skipped.most_common()),
            "troubles": dict(self.troubles.most_common()),
        }


def _row(name: str, count: int, why: Counter[str]) -> str:
    listed = ", ".join(f"{each} {number:,}" for each, number in why.most_common() if number)
    return f"  {name:<9}{count:>7,}  {listed}".rstrip()
