"""The source register: for every voice its kind, side, credibility and whom it cites (codebook, 1 and 9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from everyclaim.assess.materials import Materials
from everyclaim.model import Judgement, SourceKind


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice. `credible` is None until a person says so; then the default of its kind holds. `why`: the reason."""

    key: str
    name: str
    kind: SourceKind
    code: str | None = None
    side: str | None = None
    credible: bool | None = None
    cites: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """All voices of a case, and the groups of reports that pass on one text (`copies`)."""

    voices: tuple[Voice, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()


def register_of(told: Sequence[Materials], judgements: Sequence[Judgement] = ()) -> Register:
    """List every voice that speaks in the reports.

    Args:
        told: all reports of the case.
        judgements: of verdict `source`; `about` names the voice's key, `payload` its kind, side, credible or cites.
    """
    raise NotImplementedError(told, judgements)
