"""One row of harm: the least, the most and whether it is open, each with the rule that answered; and sums of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from everyclaim.assess.current import Current, current
from everyclaim.assess.others import status_grounds
from everyclaim.assess.policy import Policy
from everyclaim.assess.rules_high import highest_said, open_words
from everyclaim.assess.rules_low import LOW, RAISE, Bound
from everyclaim.assess.said import Span
from everyclaim.assess.weighed import Weighed
from everyclaim.model import Grounds, HarmRow


def fill(empty: HarmRow, figures: Sequence[Weighed], policy: Policy, said: Span) -> HarmRow | None:
    """Set a row's bounds from the figures that count its people; None where their words give nothing to count with."""
    now = current(figures, policy.open_kinds)
    if not now:
        return None
    answers = {name: (answer, rule) for name, answer, rule in _bounds(now, policy)}
    low, high = answers["low"][0].number, answers["high"][0].number
    return replace(
        empty,
        low=min(low, high),
        high=high,
        open_high="open_high" in answers,
        said_low=said[0],
        said_high=said[1],
        reasons=(
            *(Grounds(name, rule, _setting(name, each), each.text) for name, (each, rule) in answers.items()),
            *status_grounds(figures),
        ),
    )


def _bounds(now: Sequence[Current], policy: Policy) -> Iterator[tuple[str, Bound, str]]:
    answers = ((name, LOW[name](now)) for name in policy.low)
    rule, low = next((name, bound) for name, bound in answers if bound is not None)
    for name in policy.raise_low:
        if low.number > 0 and (raised := RAISE[name](now, low.number)) is not None:
            rule, low = name, raised
    yield "low", low, rule
    yield "high", highest_said(now), highest_said.__name__
    if (open_ := open_words(now)) is not None:
        yield "open_high", open_, open_words.__name__


def _setting(bound: str, answer: Bound) -> tuple[str, ...]:
    """The claims that set a bound: those whose own end is the number; where none is, all that the answer rests on."""
    said = [each for one in answer.rest for each in one.claims if each.interval is not None]
    ends = {"low": 0, "high": 1}
    exact = {each.claim.id for each in said if bound in ends and (each.interval or ())[ends[bound]] == answer.number}
    return tuple(sorted(exact)) or claims_of(answer.rest)


def claims_of(rest: Sequence[Current]) -> tuple[str, ...]:
    """The ids of the claims that an answer rests on."""
    return tuple(sorted({said.claim.id for each in rest for said in each.claims}))


def grounding(rows: Sequence[HarmRow], bound: str) -> tuple[str, ...]:
    """The claims that one bound of several rows rests on."""
    named = {code for row in rows for each in row.reasons if each.bound == bound for code in each.claims}
    return tuple(sorted(named))


def add_up(empty: HarmRow, parts: Sequence[HarmRow]) -> HarmRow:
    """The sum of disjoint rows, open if one of them is. What was said spans the least of any to the sum of all."""
    lows, highs = [row.low or 0 for row in parts], [row.high or 0 for row in parts]
    said = [row.said_low for row in parts if row.said_low is not None]
    reasons = [
        Grounds(bound, "sum_of_parts", grounding(parts, bound), _sum(parts, numbers))
        for bound, numbers in (("low", lows), ("high", highs))
    ]
    if opened := grounding(parts, "open_high"):
        reasons.append(Grounds("open_high", "sum_of_parts", opened, "One of the rows added is open."))
    return replace(
        empty,
        low=sum(lows),
        high=sum(highs),
        open_high=any(row.open_high for row in parts),
        said_low=min(said, default=None),
        said_high=sum(row.said_high or 0 for row in parts) if said else None,
        reasons=tuple(reasons),
    )


def among(total: HarmRow, known: Sequence[HarmRow], vague: HarmRow) -> HarmRow:
    """Lower the least of a sum by people of no reported status, who may be among those whose status is."""
    counted = sum(row.low or 0 for row in known)
    least = max(counted, vague.low or 0)
    if not known or least == total.low:
        return total
    rest = grounding(known if counted >= least else [vague], "low")
    text = f"{least}: people {_called(vague)} may be among the others."
    return _set(total, "low", least, Grounds("low", "largest_part", rest, text))


def _sum(parts: Sequence[HarmRow], numbers: Sequence[int]) -> str:
    if len(parts) == 1:
        return f"{numbers[0]}: only {_called(parts[0])} are counted."
    told = " + ".join(f"{number} {_called(row)}" for row, number in zip(parts, numbers, strict=True))
    return f"{sum(numbers)} = {told}: no claim counts everybody."


def _called(row: HarmRow) -> str:
    return _PEOPLE[row.group or row.status] if not row.side else f"attackers of {row.side}"


_PEOPLE = {
    "child": "children",
    "woman": "women",
    "man": "men",
    "adult_unspecified": "adults",
    "civilian": "civilians",
    "combatant": "combatants",
    "contested": "of contested status",
    "unknown": "of no reported status",
    "protected": "protected personnel",
    "hors_de_combat": "hors de combat",
    "all": "people",
}


NUMBERS = frozenset({"lowest_specific", "most_agree", "identified_victims"})
"""Rules whose least is a number that somebody credible gives; any other least gives way to what parts come to."""


def widen(whole: HarmRow, parts: Sequence[HarmRow]) -> HarmRow:
    """Make a whole hold its disjoint parts: they cannot be more than it.

    The most is raised to what the parts come to at least. So is the least, unless a number was given for the whole.
    """
    least = sum(row.low or 0 for row in parts)
    rule = next((each.rule for each in whole.reasons if each.bound == "low"), "")
    claims = grounding(parts, "low")
    if least > (whole.low or 0) and rule not in NUMBERS:
        text = f"{least}: the parts come to more than the words for all."
        whole = _set(whole, "low", least, Grounds("low", "sum_of_parts", claims, text))
    if least > (whole.high or 0):
        text = f"{least}: the parts together are more than anybody gives for all; a person should look at it."
        whole = _set(whole, "high", least, Grounds("high", "parts_exceed_the_whole", claims, text))
    return whole


def at_least(whole: HarmRow, parts: Sequence[HarmRow]) -> HarmRow:
    """Raise the most of a whole to the most of any one part."""
    top = max(parts, key=lambda row: row.high or 0, default=None)
    if top is None or (top.high or 0) <= (whole.high or 0):
        return whole
    grounds = Grounds("high", "no_part_exceeds_the_whole", grounding([top], "high"), f"{top.high} {top.status} alone.")
    return replace(_set(whole, "high", top.high or 0, grounds), open_high=whole.open_high or top.open_high)


def _set(row: HarmRow, bound: str, number: int, grounds: Grounds) -> HarmRow:
    reasons = (*(each for each in row.reasons if each.bound != bound), grounds)
    return replace(row, low=number, reasons=reasons) if bound == "low" else replace(row, high=number, reasons=reasons)
