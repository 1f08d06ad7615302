"""Makes variants of the founding report by script: words replaced from tables, the expected values with them.

The report is read where it lies and never copied. A rule or lexicon entry that fits one text is a defect: it shows
here, where places, parties, figures, dates, speakers and verbs are others and the rows must hold all the same.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from tests.founding.expected import Count, Expected, Party, Town
from tests.reading import SHARED

SEED = SHARED / "seed.txt"
SEEDED = 20150216
MIXED = 10
"""How many variants change everything at once, besides those that change one thing."""


@dataclass(frozen=True)
class Swap:
    """Words to replace (patterns, in this order) and the expected values that change with them."""

    words: tuple[tuple[str, str], ...]
    due: dict[str, Any]


@dataclass(frozen=True)
class Variant:
    """A text and what must be read from it."""

    name: str
    text: str
    due: Expected


@dataclass(frozen=True)
class Land:
    """Where a variant plays: a country in its forms, two of its towns, and what is said about it."""

    country: str
    adjective: str
    region: str
    water: str
    sides: tuple[str, str]
    struck: Town
    seized_at: Town
    province: str
    elsewhere: str


LANDS = (
    Land(
        *("Yemen", "Yemeni", "Arabian", "Gulf of Aden", ("southern", "southern")),
        Town("Mukalla", "YE", 14.5425, 49.1242, ("Al Mukalla", "Al Mukallā")),
        Town("Zinjibar", "YE", 13.1287, 45.3807, ("Zinjibār",)),
        *("Aden", "Syria and Iraq"),
    ),
    Land(
        *("Somalia", "Somali", "East African", "Indian Ocean", ("southern", "southern")),
        Town("Kismayo", "SO", -0.3582, 42.5454, ("Kismaayo",)),
        Town("Merca", "SO", 1.7159, 44.7703, ("Marka",)),
        *("Mogadishu", "Kenya and Ethiopia"),
    ),
    Land(
        *("Syria", "Syrian", "Levantine", "Mediterranean", ("western", "western")),
        Town("Jableh", "SY", 35.3614, 35.9256, ("Jablah",)),
        Town("Latakia", "SY", 35.5317, 35.7910, ("Al Lādhiqīyah", "Ladhiqiyah")),
        *("Damascus", "Libya and Iraq"),
    ),
    Land(
        *("Algeria", "Algerian", "North African", "Mediterranean", ("eastern", "northern")),
        Town("Skikda", "DZ", 36.8762, 6.9092),
        Town("Annaba", "DZ", 36.9000, 7.7667),
        *("Oran", "Syria and Iraq"),
    ),
    Land(
        *("Mozambique", "Mozambican", "Southern African", "Indian Ocean", ("northern", "northern")),
        Town("Pemba", "MZ", -12.9740, 40.5178),
        Town("Nacala", "MZ", -14.5626, 40.6854),
        *("Cabo", "Congo and Uganda"),
    ),
)


def land(where: Land) -> Swap:
    return Swap(
        (
            (r"\bDerna\b", where.struck.name),
            (r"\bDERNA\b", where.struck.name.upper()),
            (r"\bLIBYA\b", where.country.upper()),
            (r"\bSirte\b", where.seized_at.name),
            (r"\bSyria and Iraq\b", where.elsewhere),
            (r"\beastern (?=Libya\b)", f"{where.sides[0]} "),
            (r"\bnorthern (?=Libya\b)", f"{where.sides[1]} "),
            (r"\bLibyan\b", where.adjective),
            (r"\bLibya\b", where.country),
            (r"\bNorth African\b", where.region),
            (r"\bMediterranean\b", where.water),
            (r"\bTripoli\b", where.province),
            (r"\bMuammar Qaddafi\b", "Idris Barakat"),
            (r"\bQaddafi\b", "Barakat"),
        ),
        {"struck": where.struck, "seized_at": where.seized_at, "province": Party((where.province,))},
    )


def striker(country: str, adjective: str, code: str) -> Swap:
    return Swap(
        ((r"\bEgyptians\b", f"{adjective} citizens"), (r"\bEgyptian\b", adjective), (r"\bEgypt\b", country)),
        {"striker": Party((country, adjective), code)},
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def group(name: str, article: str, *also: str) -> Swap:
    """Another armed group; a name without an article loses the one that stands before the founding one's."""
    return Swap(
        (
            (r"\bThe Islamic State(?! video)\b", _capital(article + name)),
            (r"\bthe Islamic State(?! video)\b", article + name),
            (r"\bIslamic State\b", name),
        ),
        {"group": Party((name, *also))},
    )


def ally(name: str, province_word: str, people: tuple[str, str]) -> Swap:
    return Swap(
        (
            (r"\bAnsar Al Shari.a\b", name),
            (r"\bWilayat\b", province_word),
            (r"\bCoptic Christians\b", " ".join(people)),
            (r"\bChristians\b", people[1]),
            (r"\bCoptic\b", people[0]),
        ),
        {"ally": Party((name,))},
    )


def counts(claimed: str, as_read: Count, label: str, executed: int, rest: tuple[str, str, str]) -> Swap:
    groups, days, duration = rest
    return Swap(
        (
            (r"\b40-50\b", claimed),
            (r"\bmilitants\b", label),
            (r"\b21\b", str(executed)),
            (r"\bthree groups\b", f"{groups} groups"),
            (r"\bseven days\b", f"{days} days"),
        ),
        {"claimed": as_read, "label": label, "executed": executed, "mourning": (duration,)},
    )


EARLY = {"daybreak": ("dawn",), "sunrise": ("dawn",)}
"""Words for a part of the day that a reader may also give by its commonest name."""


def days(published: date, part: str, months: tuple[str, str, str, str], due: dict[str, Any]) -> Swap:
    pledged, first, second, overthrown = months
    return Swap(
        (
            (r"\bdawn\b", part),
            (r"\blast October\b", f"last {pledged}"),
            (r"\bDecember and January\b", f"{first} and {second}"),
            (r"\bOctober 2011\b", overthrown),
        ),
        {"published": published, "part_of_day": (part, *EARLY.get(part, ())), **due},
    )


def speakers(commander: str, others: str, names: tuple[str, str], title: str, council: str) -> Swap:
    leader, minister = names
    surname = leader.split()[-1]
    return Swap(
        (
            (r"\bcommander\b", commander),
            (r"\bother sources\b", others),
            (r"\bAbdel Fattah El Sisi\b", leader),
            (r"\bSisi\b", surname),
            (r"\bSameh Shoukri\b", minister),
            (r"\bPresident\b", title),
            (r"\bNational Defense Council\b", council),
        ),
        {
            "commander": Party((commander,)),
            "others": Party((others.rsplit(maxsplit=1)[-1],)),
            "leader": Party((surname,)),
            "leader_titles": (title,),
            "council": council.rsplit(maxsplit=1)[-1],
        },
    )


def verbs(have_struck: str, struck: str, executed: str, claimed: str, rest: tuple[str, str, str]) -> Swap:
    seized, promised, jihadist = rest
    return Swap(
        (
            (r"\bhave struck\b", f"have {have_struck}"),
            (r"\bstruck\b", struck),
            (r"\bexecuted\b", executed),
            (r"(?<=commander )claimed\b", claimed),
            (r"\bseized\b", seized),
            (r"\bpromised\b", promised),
            (r"\bjihadist(?=s?\b)", jihadist),
        ),
        {"cue": claimed, "fighter": Party((jihadist,))},
    )


TABLES: dict[str, tuple[Swap, ...]] = {
    "places": tuple(land(each) for each in LANDS),
    "parties": (
        striker("Jordan", "Jordanian", "JOR"),
        striker("Turkey", "Turkish", "TUR"),
        striker("France", "French", "FRA"),
        striker("Kenya", "Kenyan", "KEN"),
    ),
    "groups": (
        group("Al-Shabaab", "", "al-shabaab", "shabaab"),
        group("Boko Haram", "", "boko-haram"),
        group("Taliban", "the ", "taliban"),
        group("Al-Qaeda", "", "al-qaeda", "Qaida", "al-qaida"),
    ),
    "allies": (
        ally("Ansar Dine", "Emirate", ("Ethiopian", "Christians")),
        ally("Jund Al Khilafah", "Wilayat", ("Assyrian", "Christians")),
        ally("Jaish al-Fatah", "Vilayet", ("Yazidi", "farmers")),
    ),
    "figures": (
        counts("60-70", Count(60, 70, "range", 60, 70), "terrorists", 17, ("four", "three", "P3D")),
        counts(
            "at least 30", Count(30, None, "at_least", 30, 30, open_high=True), "extremists", 34, ("two", "five", "P5D")
        ),
        counts("25 to 35", Count(25, 35, "range", 25, 35), "insurgents", 13, ("five", "two", "P2D")),
        counts(
            "more than 80",
            Count(80, None, "more_than", 81, 81, open_high=True),
            "terrorists",
            28,
            ("six", "ten", "P10D"),
        ),
    ),
    "dates": (
        days(
            *(date(2017, 5, 9), "daybreak", ("December", "March", "April", "August 2009")),
            {"pledged_in": (2016, 12), "seized_in": ((2017, 3), (2017, 4)), "overthrown_in": (2009, 8)},
        ),
        days(
            *(date(2019, 10, 21), "noon", ("May", "August", "September", "February 2014")),
            {"pledged_in": (2019, 5), "seized_in": ((2019, 8), (2019, 9)), "overthrown_in": (2014, 2)},
        ),
        days(
            *(date(2021, 1, 28), "sunrise", ("July", "November", "December", "March 2003")),
            {"pledged_in": (2020, 7), "seized_in": ((2020, 11), (2020, 12)), "overthrown_in": (2003, 3)},
        ),
    ),
    "speakers": (
        speakers(
            "spokesman", "local residents", ("Karim Al Haddad", "Nabil Farouk"), "President", "Supreme Security Council"
        ),
        speakers("general", "hospital officials", ("Joseph Mutua", "Daniel Otieno"), "Prime Minister", "War Cabinet"),
        speakers(
            "officer", "rights activists", ("Ahmet Demir", "Emre Kaya"), "President", "National Security Committee"
        ),
    ),
    "verbs": (
        verbs("bombed", "attacked", "beheaded", "alleged", ("kidnapped", "vowed", "extremist")),
        verbs("pounded", "hit", "killed", "asserted", ("abducted", "threatened", "insurgent")),
        verbs("attacked", "bombed", "murdered", "maintained", ("kidnapped", "pledged", "rebel")),
    ),
}
"""What can be replaced, by kind, in the order of replacement; one option of a kind at a time."""

_ARTICLE = (re.compile(r"\b([Aa])n? (?=[AEIOUaeio][a-z])"), re.compile(r"\b([Aa])n (?=[^AEIOUaeio\W])"))


def founding() -> Variant:
    """The founding report as it lies, with what was asked of it."""
    text = SEED.read_bytes().decode("utf-8")
    return Variant("as it is", text, _with_passages(Expected(), text))


def _with_passages(due: Expected, text: str) -> Expected:
    """Fill in the passages that a row wants whole: the block after "statement:" and the lines in capitals."""
    block = text.split("statement:")[1].strip().split("\n")[0].strip()
    captions = tuple(line.strip() for line in text.splitlines() if line.strip() and line.isupper())
    return replace(due, block=block, captions=captions)


def replaced(name: str, swaps: list[Swap]) -> Variant:
    """Make one variant: all words of all swaps, then "a" and "an" as the new words ask."""
    text, due = founding().text, Expected()
    for swap in swaps:
        due = replace(due, **swap.due)
    for pattern, words in (each for swap in swaps for each in swap.words):
        text = re.sub(pattern, _as_is(words), text)
    text = _ARTICLE[1].sub(r"\1 ", _ARTICLE[0].sub(r"\1n ", text))
    return Variant(name, text, _with_passages(due, text))


def _as_is(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _match: words


def _order(swaps: dict[str, Swap]) -> list[Swap]:
    """Verbs first: one of their patterns looks at the speaker that a later swap replaces."""
    return [swaps[kind] for kind in sorted(swaps, key=lambda kind: kind != "verbs")]


def variants() -> list[Variant]:
    """All variants: each option of each kind by itself, then seeded mixtures of all kinds."""
    single = [
        replaced(f"{kind} {number}", [swap])
        for kind, swaps in TABLES.items()
        for number, swap in enumerate(swaps, start=1)
    ]
    chance = Random(SEEDED)  # noqa: S311 - no secret
    mixed: list[Variant] = []
    while len(mixed) < MIXED:
        chosen = {kind: chance.choice(swaps) for kind, swaps in TABLES.items()}
        mixed.append(replaced(f"everything {len(mixed) + 1}", _order(chosen)))
    return single + mixed
