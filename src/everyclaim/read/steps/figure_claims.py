"""Every figure of harm as a claim: what its voice says, about the events in which it happened.

A figure said to be part of another names it. The same number said again by the same voice is no second claim. People
known from before whose harm is new take the number told earlier ("the men were seized").
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from everyclaim.model import Claim, Figure, Mention, Place, Scope, Span, Status
from everyclaim.read.casualties.fates import name_of
from everyclaim.read.casualties.who_they_were import described
from everyclaim.read.claiming import claim, event_of_harm, events_near, main_event
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Harmed
from everyclaim.read.step import step
from everyclaim.read.syntax import is_verb

EXAMPLES = """
Jets bombed a market, [killing six people](field=killed, number=6, standing=asserted).
Jets bombed a market, [killing six people](number=6, subset_of=None), [including two children](number=2, group=child).
A police spokesman said gunmen had [killed nine villagers](number=9, mode=neutral) in the raid.
The raids on Idlib and Saraqib [killed twenty people](number=20, scope=operation), doctors said.
The raids on Idlib and Saraqib [killed twenty people](scope=operation). [Dozens more were wounded](scope=operation).
A roadside bomb [killed two drivers](number=2, scope=happening) on the road between Idlib and Saraqib.
The bomb in Kano [killed nine people](number=9, status=civilian), all of them civilians.
The bomb in Kano [killed nine people](number=9, status=combatant). All the dead were soldiers.
Doctors said the shelling [injured 17 people](number=17, status=civilian). None of the wounded was a fighter, they said.
[Nine people died](status=civilian), the mayor of Kano said after the raid. He saw no fighters among the dead.
The market sold six hundred melons.
"""

_APART = re.compile(r"[,;:.]")
_MORE = re.compile(r"\b(?:more|another|a further|others?)\b", re.IGNORECASE)
_CLOSE = 200
"""As far back as one long sentence reaches."""
_FAR = 70
"""Two towns farther than this from a figure are told of something else; a noun phrase lies between, no clause."""


@step(needs=("casualty_counts", "events", "voices", "stances", "places", "statuses"))
def figure_claims(draft: Draft) -> Iterator[Claim]:
    """Every figure of harm as a claim."""
    made: dict[int, Claim] = {}
    told: dict[tuple[object, ...], int] = {}
    fates: list[tuple[str, Claim]] = []
    for harmed in sorted(draft.found(Harmed), key=lambda each: each.meaning.part_of is not None):
        about, scope = _about(draft, harmed)
        if not about or _is_armed_flight(harmed):
            continue
        figure = replace(_inferred(draft, harmed), scope=scope or harmed.meaning.figure.scope)
        host = harmed.meaning.part_of
        whole = made.get(host.start) if host is not None else None
        if whole is not None and _can_hold(whole, figure):
            figure = replace(figure, subset_of=whole.id, status=_status(figure, whole), scope=_scope(figure, whole))
        elif _MORE.search(harmed.span.quote) and (before := _before(harmed, made)) is not None:
            figure = replace(figure, scope=_scope(figure, before))
        value = draft.mention(harmed.span.start, harmed.span.end, figure)
        new = described(draft, claim(draft, figure.harm, value, about, (_confidence(draft, harmed), _why(harmed))))
        key = _sameness(new, figure)
        if told.setdefault(key, harmed.meaning.trigger) != harmed.meaning.trigger:
            continue  # the same number again; two counts of one word are two groups ("two women and two children")
        name = name_of(draft, harmed)
        if name is not None and _is_known_fate(draft, harmed, new, [told for who, told in fates if who == name]):
            continue
        fates += [(name, new)] if name is not None else []
        made.setdefault(harmed.span.start, new)
        yield new


def _is_armed_flight(harmed: Mention[Harmed]) -> bool:
    """Whether fighters flee or cross a border: they are no displaced people."""
    figure = harmed.meaning.figure
    return figure.harm == "displaced" and figure.status in {"combatant", "contested"}


def _can_hold(whole: Claim, part: Figure) -> bool:
    """Whether a count can be part of another: of the same harm, or of a total of both, and no more than it."""
    held = whole.value.meaning
    if not isinstance(held, Figure) or held.harm not in {part.harm, "killed_or_injured"}:
        return False
    return held.open_high or None in {held.high, part.number} or (part.number or 0) <= (held.high or 0)


def _is_known_fate(draft: Draft, harmed: Mention[Harmed], new: Claim, told: list[Claim]) -> bool:
    """Whether the same was told of the same person: by the same voice, then by the report, or only taken for granted."""
    known = [each for each in told if each.field == new.field and each.standing != "denied"]
    granted = not is_verb(draft.doc[harmed.meaning.trigger])  # "the loss of the general"
    voices = [voice.meaning.name for voice in new.said_by]
    again = any(voices == [voice.meaning.name for voice in each.said_by] for each in known)
    return bool(known) and new.standing != "denied" and (granted or again or not voices)


def _before(harmed: Mention[Harmed], made: dict[int, Claim]) -> Claim | None:
    """The count to which "dozens more" are added: the last one told before, in this sentence or the one before it."""
    starts = [start for start in made if 0 < harmed.span.start - start <= _CLOSE]
    return made[max(starts)] if starts else None


def _status(part: Figure, whole: Claim) -> Status:
    """A part has the status of the whole where its own words give none."""
    value = whole.value.meaning
    return value.status if part.status == "unknown" and isinstance(value, Figure) else part.status


def _scope(part: Figure, whole: Claim) -> Scope:
    """A part, and what is added to a count, is told of no less than that count."""
    value = whole.value.meaning
    return value.scope if part.scope == "happening" and isinstance(value, Figure) else part.scope


def _about(draft: Draft, harmed: Mention[Harmed]) -> tuple[tuple[str, ...], Scope | None]:
    """The events of a figure; a telling that was split into several events makes their joint total."""
    heads = [
        event for event in draft.found(Event) if any(t.head == harmed.meaning.trigger for t in event.meaning.tellings)
    ]
    if len(heads) > 1:
        return tuple(sorted(event.meaning.id for event in heads)), "operation"
    event = event_of_harm(draft, harmed) or _last_event(draft, harmed)
    scope: Scope | None = "operation" if _over_towns(draft, harmed) else None
    return ((event.meaning.id,), scope) if event else ((), None)


def _over_towns(draft: Draft, harmed: Mention[Harmed]) -> bool:
    """Whether the figure is told for two towns together: "killed 20 in the raids on X and Y"."""
    sentence = draft.doc[harmed.meaning.trigger].sent
    towns = [
        each
        for each in draft.found_in(Place, sentence.start_char, sentence.end_char)
        if each.meaning.precision == "settlement"
    ]
    return any(
        one.meaning.name != other.meaning.name
        and draft.text[one.span.end : other.span.start].split() == ["and"]
        and not draft.text[: one.span.start].rstrip().lower().endswith("between")
        and _APART.search(_between(draft, harmed.span, (one.span.start, other.span.end))) is None
        for one, other in pairwise(towns)
    )


def _between(draft: Draft, span: Span, place: tuple[int, int]) -> str:
    """The words between a figure and a stretch of text before or behind it; a long way counts as apart."""
    first, last = (span.end, place[0]) if place[0] >= span.end else (place[1], span.start)
    return draft.text[first:last] if last - first <= _FAR else ","


def _last_event(draft: Draft, harmed: Mention[Harmed]) -> Mention[Event] | None:
    return None if draft.words("accidents") and not events_near(draft, harmed.span.start) else main_event(draft)


def _inferred(draft: Draft, harmed: Mention[Harmed]) -> Figure:
    """A definite plural without a number takes the number of the same people counted before for another harm."""
    figure = harmed.meaning.figure
    if not harmed.meaning.definite or figure.expression != "plural":
        return figure
    before = [m.meaning for m in draft.found(Harmed) if m.span.end <= harmed.span.start and m.meaning.part_of is None]
    same = [
        m.figure
        for m in before
        if m.figure.harm != figure.harm and m.figure.expression == "exact" and m.figure.number != 1
    ]
    if not same:
        return figure
    known = same[-1]
    return replace(
        figure,
        number=known.number,
        number_high=known.number_high,
        expression="inferred",
        low=known.low,
        high=known.high,
        open_high=known.open_high,
        status=known.status,
        flags=known.flags,
    )


def _sameness(made: Claim, figure: Figure) -> tuple[object, ...]:
    voices = tuple(sorted(voice.meaning.name.lower() for voice in made.said_by))
    detail = (
        (figure.of.lower(), figure.group)
        if figure.expression == "plural" or figure.subset_of or figure.number == 1
        else ()
    )
    return (
        figure.harm,
        figure.number,
        figure.number_high,
        figure.expression,
        made.about,
        voices,
        made.standing,
        *detail,
    )


def _confidence(draft: Draft, harmed: Mention[Harmed]) -> float:
    near = events_near(draft, harmed.span.start)
    exact = harmed.meaning.figure.number is not None
    return 0.55 + 0.25 * bool(near) + 0.12 * exact - 0.2 * harmed.meaning.definite


def _why(harmed: Mention[Harmed]) -> str:
    figure = harmed.meaning.figure
    return f"{figure.expression} {figure.of!r} at a word for {figure.harm.replace('_', ' ')}"
