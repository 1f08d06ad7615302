"""What a reading step is: a pure function from a read-only draft to what it found there, with a name and its needs.

A step's file holds the function, its docstring (the documentation page), and `EXAMPLES`, each line of which is a test.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from everyclaim.read.draft import Draft

Found = Callable[[Draft], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `needs` names the steps it builds on; `version` changes when what it finds can change."""

    name: str
    run: Found
    needs: tuple[str, ...]
    grounded: bool
    version: int

    def __call__(self, draft: Draft) -> Iterable[Any]:
        """Run the step on a draft."""
        return self.run(draft)


class _Marks(Protocol):
    def __call__(self, run: Found) -> Step: ...


def step(needs: tuple[str, ...], *, grounded: bool = False, version: int = 1) -> _Marks:
    """Make a function a reading step named like itself.

    Args:
        needs: names of the steps whose findings it reads.
        grounded: whether what it finds is handed to grounding before later steps see it.
        version: raised whenever the step's findings can change.
    """

    def mark(run: Found) -> Step:
        return Step(run.__name__, run, needs, grounded, version)

    return mark
