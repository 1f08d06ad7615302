"""One claim of harm as assessing sees it: whose it is, what it says by the policy, and what it may be used for."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from everyclaim.assess.figures import Interval
from everyclaim.assess.register import Voice
from everyclaim.model import Claim, Figure, Group, Harm, Status


class Like(NamedTuple):
    """The claim whose status people were given, by which rule, and why as the end of a sentence."""

    claim: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A figure in scope, with its voice.

    `status` is the row's, by the policy. `enemy`: a belligerent about its enemy, which sets no least. `own_dead`: of
    the attackers themselves, whose side `side` names. `apart`: a part whose status is not its whole's. `interval` is
    None where the words give nothing to count with. `like`: whose status it was given, where its words state none.
    """

    claim: Claim
    figure: Figure
    voice: Voice
    origin: str
    said_on: date | None
    report: str
    status: Status
    interval: Interval | None
    credible: bool
    enemy: bool
    own_dead: bool
    side: str | None
    apart: bool = False
    like: Like | None = None

    @property
    def kind(self) -> Harm:
        """Which harm it counts."""
        return self.figure.harm

    @property
    def group(self) -> Group | None:
        """Children, women, men; None counts all of that status."""
        return self.figure.group

    @property
    def contested(self) -> bool:
        """Whether voices leave open if these people were civilians: in no least (codebook, 3.4, `airwars` 5)."""
        return self.figure.status == "contested"

    @property
    def whole(self) -> bool:
        """Whether it counts all of its status and not a part."""
        return self.figure.subset_of is None and self.figure.group is None

    @property
    def firm(self) -> bool:
        """Whether it may set a least by itself: a number, asserted, not counted by the reader, not only a top."""
        interval = self.interval
        return (
            interval is not None
            and interval.specific
            and interval.low is not None
            and self.figure.expression != "inferred"
            and self.claim.standing != "feared"
        )
