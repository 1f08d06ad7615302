"""What reading steps hand to each other besides the model's own meanings.

None of these leaves `read`: claims are made of model types alone.
"""

from dataclasses import dataclass, field
from typing import Literal

from everyclaim.model import (
    EventType,
    Expression,
    Figure,
    Group,
    Harm,
    Mention,
    Modality,
    Mode,
    Place,
    Rank,
    Source,
    Span,
    Standing,
    Status,
    When,
)

BlockKind = Literal["headline", "byline", "dateline", "caption", "item", "paragraph", "block_quote", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines of one kind; `introduced_by` is the start of the sentence whose colon opens a block quote."""

    kind: BlockKind
    introduced_by: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks (the span lies inside the marks) or a block quote."""

    kind: Literal["speech", "scare", "title", "block"]


@dataclass(frozen=True, slots=True)
class PlaceHedge:
    """Words beside a place's name that make it more or less exact: "near", "5 km from", "province"."""

    kind: str
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counting expression: "40-50", "at least twelve", "dozens of", "no"."""

    number: int | None
    number_high: int | None
    expression: Expression


@dataclass(frozen=True, slots=True)
class NotAQuantity:
    """A number that counts no people: an age, a sum of money, a year, a distance, a calibre."""

    kind: str


@dataclass(frozen=True, slots=True)
class Dating:
    """A time expression before it is resolved; its words are enough for `ground` to do so."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time ("seven days of mourning"), ISO 8601. No date."""

    iso: str


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: `name` in its fullest form in the report, `role` as written ("Foreign Minister")."""

    name: str
    role: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """A trigger of an act: `head` is its token; `agents` and `patients` are the head tokens of who acts and on whom."""

    type: EventType
    head: int
    modes: tuple[str, ...] = ()
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Harmed:
    """A figure with where it hangs: `trigger` is the token of the harm word, `head` that of the people counted."""

    figure: Figure
    trigger: int
    head: int
    part_of: Span | None = None
    definite: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class WhoTheyWere:
    """What is said of people counted elsewhere: all of those so harmed, or those counted right before it."""

    status: Status
    harms: tuple[Harm, ...]
    group: Group | None = None
    claimed_label: str | None = None

    @property
    def behind(self) -> bool:
        """Whether it is set right behind a count and speaks of that alone."""
        return not self.harms


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks over the mention's span (the content).

    `sources` are joint speakers, empty for the report's own voice under a hedge; `via` the chain to the report.
    """

    sources: tuple[Mention[Source], ...]
    via: tuple[Mention[Source], ...] = ()
    cue: Span | None = None
    mode: Mode = "neutral"
    verbatim: bool = False
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is told: modality, standing and the hedges with their words. The mention's span is its reach."""

    modality: Modality = "happened"
    standing: Standing = "asserted"
    hedges: tuple[Span, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where the report tells of an act or a harm, with the circumstances said there.

    `strong` names those of `when` and `where` that stand in the trigger's own clause. `definite` marks a reference back
    ("the attack"), `fresh` a new event ("another blast"), `earlier` one told as lying before the others. `part` numbers
    the events that one telling counts ("in two attacks in May and June"), 0 where it tells one.
    """

    start: int
    end: int
    head: int
    type: EventType | None
    sentence: int
    block: int
    modality: Modality = "happened"
    harm: bool = False
    nominal: bool = False
    definite: bool = False
    fresh: bool = False
    earlier: bool = False
    depth: int = 0
    when: Mention[When] | None = None
    where: Mention[Place] | None = None
    strong: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """What the report treats as one event: its tellings, the chief one first."""

    id: str
    rank: Rank
    modality: Modality
    tellings: tuple[Telling, ...]

    @property
    def type(self) -> EventType | None:
        """The type that its tellings agree on best: a particular one before a vague one, the earlier of equals.

        An attack that harms people and then carries some off is an attack, as codebooks rank the two.
        """
        told: list[EventType] = [each.type for each in self.tellings if each.type is not None]
        chosen = [each for each in told if each not in VAGUE] or told
        most = max((chosen.count(each) for each in chosen), default=0)
        best = next((each for each in chosen if chosen.count(each) == most), None)
        return "armed_attack" if best == "abduction" and self._begins_with_attack() else best

    def _begins_with_attack(self) -> bool:
        first = min((each.start for each in self.tellings if each.type == "abduction"), default=0)
        attacked = [each for each in self.tellings if each.harm or each.type == "armed_attack"]
        harmed = any(each.harm for each in self.tellings) and any(each.type == "armed_attack" for each in attacked)
        return harmed and min(each.start for each in attacked) < first


VAGUE: frozenset[EventType] = frozenset({"attack_unclear", "armed_attack", "other_violence"})
"""Types that a report also uses of events whose means it names elsewhere."""
