"""When each event happened: the days named beside its tellings.

A day in the act's own clause is preferred, then one in its sentence. An event told only as lying before another
("after gunmen killed two") ended before that one. News told in the present or perfect ("gunmen kill two", "jets have
struck") is of the day of publication or the day before; told in the plain past without a day, its day is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from everyclaim.model import Claim, Mention, When
from everyclaim.read.acts.circumstances import is_counted_back, is_said_then
from everyclaim.read.acts.datelines import in_dateline
from everyclaim.read.claiming import claim, main_event
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Quotation, Stance, Telling
from everyclaim.read.step import step
from everyclaim.read.syntax import children, clause_bounds, clause_of, is_verb, word

EXAMPLES = """
{published=2014-03-05} Jets bombed a market in Raqqa on [Monday](field=when, earliest=2014-03-03, latest=2014-03-03).
{published=2014-03-05} On [Saturday](field=when, earliest=2014-03-01), the group claimed two attacks in Baghdad which killed nine people.
{published=2014-03-05} Gunmen have killed nine people in Baghdad [this year](field=when, earliest=2014-01-01, latest=2014-03-05).
{published=2014-03-05} The king warned on Sunday that his army would answer, after gunmen killed nine people in Baghdad on [Saturday](field=when, latest=2014-03-01).
{published=2014-03-05} Police have charged two men with the murder of a mayor in Baghdad.
{published=2014-03-05} The group claimed the bombings as revenge for the air raids on Raqqa on [Monday](field=when).
{published=2014-03-05} A week after gunmen killed nine people at a church in Baghdad, the bishop opened its doors on Sunday.
{published=2014-03-05} The council will meet on Friday.
"""
_FROM_SPEECH = re.compile(r"(?:late |early |earlier )?(?:this|today|tonight|yesterday|last night)\b", re.IGNORECASE)
_ABOUT = frozenset({"over", "with", "about", "against"})
"""Before an act's noun: what is done now about an act that lies back ("arrest a man in connection with a bombing")."""
PRECISE = ("hour", "part_of_day", "day", "days", "week", "month", "season", "year", "before", "after")


@step(needs=("events", "dates", "voices", "stances", "quotations"))
def time_claims(draft: Draft) -> Iterator[Claim]:
    """When each event happened."""
    main = main_event(draft)
    for event in draft.found(Event):
        told = _told(draft, event)
        if not told and event.meaning.rank == "main":
            told = _leading(draft, event)
        yield from _claims(draft, event, told)
        if not told and (inferred := _inferred(draft, event, main)) is not None:
            yield inferred


def _told(draft: Draft, event: Mention[Event]) -> dict[int, tuple[Mention[When], float]]:
    """The days named with an event's tellings, with how surely each is the event's; one entry a mention."""
    found: dict[int, tuple[Mention[When], float]] = {}
    for telling in event.meaning.tellings:
        if telling.when is None or _is_speakers(draft, telling.when) or _is_anothers(draft, event, telling):
            continue
        precise = 0.12 * (telling.when.meaning.precision in PRECISE[:3])
        confidence = (0.78 if "when" in telling.strong else 0.6) + precise - 0.08 * telling.harm
        known = found.get(telling.when.span.start)
        if known is None or confidence > known[1]:
            found[telling.when.span.start] = (telling.when, confidence)
    return found


def _is_anothers(draft: Draft, event: Mention[Event], telling: Telling) -> bool:
    """Whether the day stands in the clause of another event: "arrested for the bombing of a school on Monday"."""
    if "when" in telling.strong:
        return False
    others = (each for other in draft.found(Event) if other is not event for each in other.meaning.tellings)
    return any(each.when is telling.when and "when" in each.strong for each in others)


def _leading(draft: Draft, event: Mention[Event]) -> dict[int, tuple[Mention[When], float]]:
    """The first day named in the report that is fine enough to be a day of news."""
    fine = [
        each
        for each in draft.found(When)
        if each.meaning.precision in PRECISE[:4]
        and not is_said_then(draft, each)
        and not _is_speakers(draft, each)
        and not in_dateline(draft, each.span.start)
        and not _is_to_come(draft, each)
        and not any(is_counted_back(draft, each, draft.doc[told.head]) for told in event.meaning.tellings)
    ]
    published = draft.report.published
    past = [
        each for each in fine if each.meaning.earliest and (published is None or each.meaning.earliest <= published)
    ]
    if not past and published is None:
        past = [each for each in draft.found(When) if in_dateline(draft, each.span.start) and each.meaning.earliest]
        return {past[0].span.start: (past[0], 0.3)} if past else {}
    return {past[0].span.start: (past[0], 0.4)} if past else {}


def _is_speakers(draft: Draft, when: Mention[When]) -> bool:
    """Whether a day counts from when somebody spoke ("mourning this afternoon", in quotation marks), not from the report's."""
    quoted = any(each.span.start <= when.span.start < each.span.end for each in draft.found(Quotation))
    return quoted and _FROM_SPEECH.match(when.span.quote) is not None


def _is_to_come(draft: Draft, when: Mention[When]) -> bool:
    """Whether the clause of a day speaks of what is planned, asked for or only supposed."""
    return any(
        each.meaning.modality not in {"happened", "ongoing"} and each.span.start <= when.span.start < each.span.end
        for each in draft.found(Stance)
    )


def _claims(draft: Draft, event: Mention[Event], told: dict[int, tuple[Mention[When], float]]) -> Iterator[Claim]:
    for when, confidence in told.values():
        finer = 0.05 * (when.meaning.part_of_day is not None or when.meaning.time is not None)
        value = draft.mention(when.span.start, when.span.end, _by_now(draft, event, when.meaning))
        basis = (confidence + finer, f"{when.span.quote!r} beside the act")
        yield claim(draft, "when", value, (event.meaning.id,), basis)


def _by_now(draft: Draft, event: Mention[Event], when: When) -> When:
    """What has happened ended by the day of the report: "this year" is the year until then."""
    published = draft.report.published
    if published is None or event.meaning.modality != "happened" or when.earliest is None or when.latest is None:
        return when
    return replace(when, latest=published) if when.earliest <= published < when.latest else when


def _inferred(draft: Draft, event: Mention[Event], main: Mention[Event] | None) -> Claim | None:
    chief = event.meaning.tellings[0]
    published = draft.report.published
    if main is not event and (chief.earlier or event.meaning.modality == "historical"):
        latest = _day_of(main) or published
        if latest is None:
            return None
        when = When(None, latest, "before")
        return claim(
            draft,
            "when",
            draft.mention(*_clause(draft, chief), when),
            (event.meaning.id,),
            (0.5, "told as lying before the main event"),
        )
    present = next((each for each in event.meaning.tellings if _is_present(draft, each)), None)
    if published is None or present is None or event.meaning.modality == "historical":
        return None
    when = When(published - timedelta(days=1), published, "days")
    value = draft.mention(present.start, present.end, when)
    basis = (0.35, "told in the present of the day of publication; no day is named")
    return claim(draft, "when", value, (event.meaning.id,), basis)


def _is_present(draft: Draft, telling: Telling) -> bool:
    """Whether the tense ties the act to the day of publication: "kill", "have killed", "are killed", "two killed in raid".

    A plain past ("bombed") does not: such an act may lie at any time before.
    """
    head = draft.doc[telling.head]
    if telling.nominal and head.dep_ in {"pobj", "pcomp"} and word(head.head) in _ABOUT:
        return False
    verb = clause_of(head)
    helpers = {word(each) for each in children(verb, "aux", "auxpass")}
    if verb.tag_ in {"VBZ", "VBP"} or helpers & {"have", "has", "is", "are"}:
        return True
    return not helpers and (verb.tag_ == "VBN" or not is_verb(verb)) and verb.dep_ in {"ROOT", "conj"}


def _day_of(event: Mention[Event] | None) -> date | None:
    if event is None:
        return None
    days = [t.when.meaning.latest for t in event.meaning.tellings if t.when is not None and t.when.meaning.latest]
    return min(days) if days else None


def _clause(draft: Draft, telling: Telling) -> tuple[int, int]:
    start, end = clause_bounds(clause_of(draft.doc[telling.head]))
    return (start, end) if start <= telling.start < telling.end <= end else (telling.start, telling.end)
