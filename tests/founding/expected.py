"""What the rows expect of a report like the founding one. A variant changes the values and never the rows."""

from dataclasses import dataclass, field
from datetime import date

Month = tuple[int, int]


@dataclass(frozen=True)
class Town:
    """A town as the text names it, the names also accepted, its country (ISO 3166-1 alpha-2) and its place."""

    name: str
    country: str
    lat: float
    lon: float
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Party:
    """Words by one of which a party is known, in names or codes; `code` is the beginning of its code."""

    words: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True)
class Count:
    """A figure: the words' number, high number and expression, and the reading of them."""

    number: int | None
    number_high: int | None
    expression: str
    low: int
    high: int
    open_high: bool = False


@dataclass(frozen=True)
class Expected:
    """The values that a variant may change."""

    published: date = date(2015, 2, 16)
    struck: Town = Town("Derna", "LY", 32.767, 22.637, ("Darnah",))
    seized_at: Town = Town("Sirte", "LY", 31.209, 16.589, ("Surt",))
    striker: Party = Party(("Egypt",), "EGY")
    group: Party = Party(("Islamic State", "islamic-state", "ISIL", "ISIS", "Daesh"))
    ally: Party = Party(("Ansar",))
    province: Party = Party(("Tripoli",))
    leader: Party = Party(("Sisi",))
    leader_titles: tuple[str, ...] = ("President",)
    commander: Party = Party(("commander",))
    others: Party = Party(("sources",))
    fighter: Party = Party(("jihadist",))
    claimed: Count = Count(40, 50, "range", 40, 50)
    label: str = "militants"
    executed: int = 21
    part_of_day: tuple[str, ...] = ("dawn",)
    seized_in: tuple[Month, ...] = ((2014, 12), (2015, 1))
    pledged_in: Month = (2014, 10)
    overthrown_in: Month = (2011, 10)
    mourning: tuple[str, ...] = ("P7D", "P1W")
    cue: str = "claimed"
    weapon: str = "jets"
    council: str = "Council"
    captions: tuple[str, ...] = field(default=())
    block: str = ""
