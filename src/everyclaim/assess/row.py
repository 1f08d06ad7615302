"""One row of harm: the least, the most and whether it is open, each with the rule that answered; and sums of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from everyclaim.assess.current import Current, current
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
        reasons=tuple(Grounds(name, rule, _setting(name, each), each.text) for name, (each, rule) in answers.items()),
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


def _sum(parts: Sequence[HarmRow], numbers: Sequence[int]) -> str:
    if len(parts) == 1:
        return f"{numbers[0]}: only {_called(parts[0])} are counted."
    told = " + ".join(f"{number} {_called(row)}" for row, number in zip(parts, numbers, strict=True))
    return f"{sum(numbers)} = {told}: no claim counts everybody."


def _called(row: HarmRow) -> str:
    return row.group or (f"attackers of {row.side}" if row.side else str(row.status))


def widen(whole: HarmRow, parts: Sequence[HarmRow]) -> HarmRow:
    """Raise the most of a whole to what its disjoint parts come to at least: a part cannot be more than the whole."""
    least = sum(row.low or 0 for row in parts)
    if whole.high is None or least <= whole.high:
        return whole
    text = f"{least}: the parts together are more than anybody gives for all; a person should look at it."
    kept = tuple(each for each in whole.reasons if each.bound != "high")
    return replace(
        whole, high=least, reasons=(*kept, Grounds("high", "parts_exceed_the_whole", grounding(parts, "low"), text))
    )
