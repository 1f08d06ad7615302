"""Puts the values of a record into people's words: "40–50 “militants”", "16 Feb 2015, dawn".

Where it stands: the card of the command line and the page say the same things in the same words. A wording never says
more than the value does: "dozens" stays dozens, with what it is read as beside it.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from everyclaim.codec import Json
from everyclaim.lexicon import gazetteer

LABELS: Mapping[str, str] = {
    "type": "what",
    "when": "when",
    "where": "where",
    "by": "by",
    "against": "against",
    "responsibility": "responsible",
    "controlled_by": "controlled by",
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "missing",
    "detained": "detained",
    "abducted": "abducted",
    "displaced": "displaced",
    "damage": "damage",
    "target_stated": "stated target",
    "target_hit": "target hit",
    "weapon": "weapon",
    "link": "link",
    "motive": "motive",
    "affiliation": "allegiance",
    "statement": "statement",
}
"""Every field in the order in which people ask: what, when, where, who, with which harm, why, and what was said."""

TYPES: Mapping[str, str] = {
    "air_or_artillery_unclear": "air strike or shelling",
    "ied_mine_uxo": "bomb, mine or unexploded ordnance",
    "attack_unclear": "attack, means not told",
    "execution_killing": "execution or targeted killing",
    "armed_attack": "armed attack",
    "stabbing_ramming_arson": "stabbing, ramming or arson",
    "other_violence": "violence of another kind",
    "chemical": "chemical attack",
    "torture_beating": "torture or beating",
    "protest_repression": "force against a protest",
    "riot_mob": "riot or mob violence",
    "looting_destruction": "looting or destruction",
    "siege_blockade": "siege or blockade",
    "agreement_ceasefire": "agreement or ceasefire",
    "aid_restriction": "aid restricted",
    "aid_access_granted": "aid access granted",
}
"""Types whose names in the codebook are no words of people; the others are read as they are spelt."""

STATUSES: Mapping[str, str] = {
    "all": "people",
    "civilian": "civilians",
    "combatant": "combatants",
    "contested": "people of contested status",
    "unknown": "people of no reported status",
    "hors_de_combat": "people hors de combat",
    "protected": "protected personnel",
}
GROUPS: Mapping[str, str] = {"child": "children", "woman": "women", "man": "men", "adult_unspecified": "adults"}

FIGURES = frozenset({"killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced"})

_DURATION = re.compile(r"P(\d+)([DWMY])")
_NEAR = {
    "near_settlement": "near {}",
    "district": "{} district",
    "province": "{} province",
    "neighbourhood": "{} (neighbourhood)",
    "country": "{}",
}
_ONE_NUMBER = {
    "exact": "{}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "about": "about {}",
    "nearly": "nearly {}",
    "inferred": "{} (counted from the words)",
}


def say(field: str, value: Json) -> str:
    """Put the value of a claim into words."""
    return _SAYINGS.get(field, _say_figure)(value)


def say_claim(claim: Json) -> str:
    """Put the value of a claim into words that keep its sense when it is a denial.

    Who denies all harm says that there was none: "no people" beside "denied" would read as its opposite. Who denies
    harm without a number denies it as such, and not a number of "2 or more".
    """
    field, value = claim["field"], claim["value"]
    if claim["standing"] == "denied" and value.get("expression") == "none":
        return f"says {_say_number(value)}{_whom(value)} {_SUFFERED[field]}"
    if claim["standing"] == "denied" and value.get("expression") == "plural":
        return f"that{_whom(value) or ' people'} {_SUFFERED[field]}"
    return say(field, value)


_SUFFERED: Mapping[str, str] = {
    name: f"{'are' if name == 'missing' else 'were'} {LABELS[name]}" for name in LABELS if name in FIGURES
}


def says_denial(claim: Json) -> bool:
    """Whether the words for a denied claim's value say themselves that it is a denial."""
    value = claim["value"]
    return "denial" in {value.get("basis"), value.get("act")} or value.get("expression") == "none"


def spaced(name: str) -> str:
    """A name of the codebook as people write it: "air_strike" as "air strike"."""
    return name.replace("_", " ")


def say_type(name: str) -> str:
    """A type of event as people write it: "ied_mine_uxo" as "bomb, mine or unexploded ordnance"."""
    return TYPES.get(name, spaced(name))


def _say_kind(value: Json) -> str:
    kind = say_type(value.get("type") or value.get("value") or "")
    return f"{kind} ({', '.join(spaced(mode) for mode in value['modes'])})" if value["modes"] else kind


def _say_when(value: Json) -> str:
    said = _say_days(value)
    details = [value["part_of_day"], value["time"]]
    return ", ".join([said, *(spaced(each) for each in details if each)])


def _say_days(value: Json) -> str:
    earliest, latest = (each and date.fromisoformat(each) for each in (value["earliest"], value["latest"]))
    if earliest is None and latest is None:
        return "date not given"
    if earliest is None or latest is None:
        return f"{_say_day(latest)} or before" if earliest is None else f"{_say_day(earliest)} or after"
    if value["precision"] == "year" and earliest.year == latest.year:
        return str(earliest.year)
    if value["precision"] == "month" and earliest.replace(day=1) == latest.replace(day=1):
        return f"{earliest:%b %Y}"
    return _say_day(earliest) if earliest == latest else f"{_say_day(earliest)} to {_say_day(latest)}"


def _say_day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _say_where(value: Json) -> str:
    name = _NEAR.get(value["precision"], "{}").format(value["name"])
    country = country_name(value["country"]) if value["country"] else value["name"]
    return name if country == value["name"] or value["precision"] == "country" else f"{name}, {country}"


def country_name(code: str) -> str:
    """A country's name by its code; the code where there is none."""
    return _country_names().get(code, code)


@cache
def _country_names() -> Mapping[str, str]:
    return gazetteer.current().country_names()


def point(value: Json) -> str | None:
    """The coordinates of a place with what they stand for; None if it has none."""
    if value.get("lat") is None or value.get("lon") is None:
        return None
    stands_for = f" ({spaced(value['point_precision'])})" if value.get("point_precision") else ""
    return f"{value['lat']:.3f}, {value['lon']:.3f}{stands_for}"


def _say_actor(value: Json) -> str:
    basis = {"self_claim": "claims it", "denial": "denies it", "accusation": "accused"}.get(value["basis"])
    details = [basis, "suspected" if value["certainty"] == "suspected" else None]
    return ", ".join([value["name"], *(each for each in details if each)])


def _say_figure(value: Json) -> str:
    details = [f"{spaced(value['status'])} status" if value["status"] == "contested" else None]
    details += ["part of the number above" if value["subset_of"] else None]
    details += [f"total for the {value['scope']}" if value["scope"] != "happening" else None]
    return ", ".join([_say_number(value) + _whom(value), *(each for each in details if each)])


def _whom(value: Json) -> str:
    """Whom a figure counts, with a space before it; a label that its speaker claims stands in quotation marks."""
    return f" “{value['of']}”" if value["claimed_label"] else f" {value['of']}" if value["of"] else ""


def _say_number(value: Json) -> str:
    number, number_high, expression = value["number"], value["number_high"], value["expression"]
    if expression == "none":
        return "no" if value["of"] else "none"
    if expression == "up_to" and number_high is not None:
        return f"up to {number_high:,}"
    if expression in {"range", "fraction"} and None not in {number, number_high}:
        return f"{number:,}–{number_high:,}" if number != number_high else f"{number:,}"
    if expression in _ONE_NUMBER and number is not None:
        return _ONE_NUMBER[expression].format(f"{number:,}")
    return _say_vague(value)


def _say_vague(value: Json) -> str:
    """A count in words, with what it is read as: "dozens (12–24)", "plural" as "2 or more"."""
    low, high = value["low"], value["high"]
    if low is None:
        return spaced(value["expression"])
    read_as = f"{low:,} or more" if value["open_high"] or high is None else f"{low:,}–{high:,}"
    return read_as if value["expression"] == "plural" else f"{spaced(value['expression'])} ({read_as})"


def _say_thing(value: Json) -> str:
    return f"{value['what']} ({value['infrastructure'].lower()})" if value["infrastructure"] else str(value["what"])


def _say_allegiance(value: Json) -> str:
    bounds = [("from", value["from"]), ("until", value["until"])]
    days = "".join(f", {word} {_say_day(date.fromisoformat(day))}" for word, day in bounds if day)
    return f"{_party(value['actor'])} to {_party(value['to'])}{days}"


def _party(actor: Json | str) -> str:
    return actor if isinstance(actor, str) else str(actor["name"])


def _say_reason(value: Json) -> str:
    return " ".join(each for each in (spaced(value["kind"]), value["to"]) if each)


def _say_speech(value: Json) -> str:
    channel = spaced(value["channel"] or "")
    details: list[str | None] = [f"on {channel}" if channel == "video" else channel]
    details += ["word for word" if value["verbatim"] else None, _say_duration(value["duration"])]
    return ", ".join([value["act"], *(each for each in details if each and each != value["act"])])


def _say_duration(iso: str | None) -> str | None:
    """An ISO 8601 duration of one unit in words: "P7D" as "7 days"; any other as it is."""
    found = _DURATION.fullmatch(iso or "")
    if found is None:
        return iso
    unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}[found[2]]
    return f"{found[1]} {unit}{'s' if found[1] != '1' else ''}"


_SAYINGS: Mapping[str, Callable[[Json], str]] = {
    "type": _say_kind,
    "when": _say_when,
    "where": _say_where,
    **dict.fromkeys(("by", "against", "controlled_by", "responsibility"), _say_actor),
    **dict.fromkeys(("weapon", "target_stated", "target_hit", "damage"), _say_thing),
    "affiliation": _say_allegiance,
    **dict.fromkeys(("link", "motive"), _say_reason),
    "statement": _say_speech,
}
