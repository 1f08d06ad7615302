"""Which event an accusation or a claim of responsibility speaks of.

Where it stands: beside `read/claiming.py`, for the claims that say who did it. Arrests and the like are what follows
an act, so a man arrested for a shooting is the shooting's, not the arrest's.
"""

from everyclaim.model import Mention
from everyclaim.read.claiming import event_of_harm, events_near, main_event
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Harmed, Telling
from everyclaim.read.syntax import sentence_bounds

FOLLOWING = frozenset({"arrest", "displacement", "mobilisation", "hostage_release", "agreement_ceasefire", "protest"})
"""Types of what follows an act or stands beside it; nobody is accused of them."""


def event_meant(draft: Draft, start: int) -> Mention[Event] | None:
    """The event that words at this offset speak of: told behind them, else before them, else the main one.

    A definite word of the main event's kind ("the bombings") means the news, also where grouping took it elsewhere.
    """
    near = [pair for pair in events_near(draft, start) if pair[1].type not in FOLLOWING]
    behind = [pair for pair in near if pair[1].start >= start]
    if behind:
        return _or_news(draft, *behind[0])
    named = _by_people(draft, start)
    return named or (_or_news(draft, *near[0]) if near else _worth_blaming(draft))


def _or_news(draft: Draft, event: Mention[Event], telling: Telling) -> Mention[Event]:
    """The event told, or the news where a noun of its kind was counted to the background."""
    news = main_event(draft)
    if event.meaning.rank != "background" or not telling.nominal or news is None:
        return event
    return event if "when" in telling.strong else news


def _by_people(draft: Draft, start: int) -> Mention[Event] | None:
    """The event of the people named behind the words: "responsibility for the nine dead"."""
    rest = draft.text[start : sentence_bounds(draft.doc, start)[1]].lower()
    for harmed in draft.found(Harmed):
        if harmed.meaning.figure.of.lower() in rest and (event := event_of_harm(draft, harmed)) is not None:
            return event
    return None


def _worth_blaming(draft: Draft) -> Mention[Event] | None:
    news = main_event(draft)
    if news is not None and news.meaning.type not in FOLLOWING:
        return news
    others = [each for each in draft.found(Event) if each.meaning.type not in FOLLOWING]
    return next((each for each in others if each.meaning.rank == "also_reported"), None)
