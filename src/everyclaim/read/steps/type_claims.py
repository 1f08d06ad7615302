"""What kind of act each event is: one claim in the words that name it.

The quote runs from whoever acts to the act, where both stand in one clause.
"""

from collections.abc import Iterator

from everyclaim.model import Claim, Kind, Span
from everyclaim.read.claiming import claim
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import VAGUE, Deed, Event, Telling
from everyclaim.read.step import step
from everyclaim.read.syntax import phrase_bounds
from everyclaim.read.voicing import stance_over

EXAMPLES = """
[Jets bombed](field=type, type=air_strike) the market in Raqqa.
[Gunmen abducted](type=abduction) two engineers.
The [strike](type=air_strike, standing=asserted) on Kano did not hurt anybody.
The army denied that the [air raid](standing=asserted) on Kano killed civilians.
The [air strike](standing=denied) on Kano never happened, the mayor said.
The army denied that civilians were hit. [Jets attacked a base](standing=asserted).
The harvest was good.
"""
LONGEST = 120
"""A longer stretch between actor and act is no phrase that a reader takes in; the act's words stand alone then."""


@step(needs=("events", "deeds", "voices", "stances"))
def type_claims(draft: Draft) -> Iterator[Claim]:
    """What kind of act each event is."""
    for event in draft.found(Event):
        kind = event.meaning.type
        if kind is None:
            continue
        told = [each for each in event.meaning.tellings if each.type == kind]
        telling = min(told, key=lambda each: stance_over(draft, each.start, each.end).standing == "denied")
        modes = tuple(sorted({mode for each in event.meaning.tellings for mode in _modes(draft, each)}))
        span = _quote(draft, telling)
        confidence = 0.6 if kind in VAGUE else 0.9
        value = draft.mention(span.start, span.end, Kind(kind, modes))
        yield claim(
            draft,
            "type",
            value,
            (event.meaning.id,),
            (confidence, f"the act is told as {draft.text[telling.start : telling.end]!r}"),
        )


def _modes(draft: Draft, telling: Telling) -> tuple[str, ...]:
    return next((each.meaning.modes for each in draft.found(Deed) if each.meaning.head == telling.head), ())


def _quote(draft: Draft, telling: Telling) -> Span:
    deed = next((each.meaning for each in draft.found(Deed) if each.meaning.head == telling.head), None)
    start, end = telling.start, telling.end
    for index in deed.agents if deed else ():
        first, last = phrase_bounds(draft.doc[index])
        if first < start and end - first <= LONGEST and telling.sentence <= first:
            start = min(start, first)
        elif last > end and last - start <= LONGEST and not telling.nominal:
            end = max(end, last)
    return draft.span(start, end)
