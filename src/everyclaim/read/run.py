"""Runs the reading steps in an order that their needs allow, and grounds what they found on the way.

Where it stands: `flow` calls `read(report, options)`; the grounding function is handed in, so reading knows nothing
of gazetteers' choices (docs/design/0004-grounding-inside-reading.md).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from time import process_time
from typing import Any, NamedTuple

from everyclaim.lexicon.letter_case import reading_view
from everyclaim.model import Claim, Evidence, Happening, Mention, Report, Victim
from everyclaim.read.compose import compose
from everyclaim.read.confidence import calibrated, context_of
from everyclaim.read.draft import Draft
from everyclaim.read.engines.english import parse
from everyclaim.read.step import Step
from everyclaim.read.steps import STEPS
from everyclaim.read.tokens import Doc

Ground = Callable[[Report, Sequence[Mention[Any]], Sequence[Mention[Any]]], Sequence[Mention[Any]]]
"""(report, what a step found, everything found before) -> the same findings with their meanings."""


class Reading(NamedTuple):
    """All that one report yields. `troubles` mark doubtful stretches of the text, by kind."""

    claims: tuple[Claim, ...]
    happenings: tuple[Happening, ...]
    evidence: tuple[Evidence, ...]
    victims: tuple[Victim, ...]
    troubles: tuple[Mention[str], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read.

    Args:
        ground: fills meanings in.
        without: names of steps to leave out, for measuring what each brings.
        until: run this step and what it needs alone.
        raw: leave confidences as the steps give them, for fitting the table that makes probabilities of them.
        parse: the parser, for those who read one text several times.
        clock: told the name of each step, and "parse", with the seconds of the processor that it took. Without one
            nothing is timed: asking for the time costs more than a short step.
    """

    ground: Ground = lambda _report, found, _before: found
    without: frozenset[str] = frozenset()
    until: str | None = None
    raw: bool = False
    parse: Callable[[str], Doc] = parse
    clock: Callable[[str, float], None] | None = None


def read(report: Report, options: Options) -> Reading:
    """Read one English report into claims, happenings, evidence, victims and troubles."""
    draft = run(report, options)
    findings = draft.findings
    every = [item for found in findings.values() for item in found]

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(item for item in every if isinstance(item, kind))

    troubles = tuple(m for m in findings.get("troubles", ()))
    claims = compose(draft, of(Claim), of(Evidence))
    if not options.raw:
        claims = calibrated(claims, context_of(of(Happening), len(report.text)))
    return Reading(claims, of(Happening), of(Evidence), of(Victim), troubles)


def run(report: Report, options: Options) -> Draft:
    """Run the steps over a report and return the draft with every finding, as traces and tests want it."""
    with _timed("parse", options):
        text = reading_view(report.text)
        draft = Draft(report, text, options.parse(text), {})
    for each in _ordered(options.until):
        if each.name in options.without:
            draft.findings[each.name] = ()
            continue
        with _timed(each.name, options):
            found = tuple(each(replace(draft, step=each.name)))
            if each.grounded:
                found = tuple(options.ground(report, found, _mentions(draft)))
            draft.findings[each.name] = found
    return draft


@contextmanager
def _timed(name: str, options: Options) -> Iterator[None]:
    began = process_time() if options.clock else 0.0
    yield
    if options.clock:
        options.clock(name, process_time() - began)


@cache
def _ordered(until: str | None) -> tuple[Step, ...]:
    return tuple(order(needed(until)))


def needed(until: str | None) -> tuple[Step, ...]:
    """The steps that one step stands on, itself included; all steps for None."""
    if until is None:
        return STEPS
    by_name = {each.name: each for each in STEPS}
    names, waiting = {until}, [until]
    while waiting:
        fresh = set(by_name[waiting.pop()].needs) & by_name.keys() - names
        names |= fresh
        waiting += fresh
    return tuple(each for each in STEPS if each.name in names)


def order(steps: Iterable[Step]) -> list[Step]:
    """Sort steps so that each follows what it needs.

    Raises:
        ValueError: a step needs one that does not exist, or steps need each other.
    """
    by_name = {each.name: each for each in steps}
    for each in by_name.values():
        if missing := [need for need in each.needs if need not in by_name]:
            raise ValueError(f"Step {each.name!r} needs {missing}, which no file defines; correct its `needs`.")
    try:
        names = TopologicalSorter({each.name: each.needs for each in by_name.values()}).static_order()
        return [by_name[name] for name in names]
    except CycleError as error:
        raise ValueError(f"Steps need each other: {error.args[1]}; break the circle.") from error


def _mentions(draft: Draft) -> tuple[Mention[Any], ...]:
    return tuple(m for each in draft.findings.values() for m in each if isinstance(m, Mention))
