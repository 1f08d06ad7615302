"""What a report is news of: the main event, other current news, and what is told to explain it.

Where it stands: the step `events` asks this of its groups of tellings. The headline names the type of the news; the
first main clause tells it; what lies earlier, what only a denial speaks of, and sums over a war are background.
"""

from collections.abc import Sequence

from everyclaim.lexicon.words import find
from everyclaim.model import EventType, Modality, Rank
from everyclaim.read.acts.reality import MINOR
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Event, Harmed, Telling
from everyclaim.read.syntax import clause_bounds, clause_of, word
from everyclaim.read.voicing import stance_over
from everyclaim.text.view import view

BACKGROUND_DAYS = 21
"""An event that ended this many days before the main one is told to explain it. News of two weeks is often summed up in
one report; a month's is history."""
_HEADLINE = 1.5
"""What a type that the headline names is worth: half of the way from the first line to the last."""
_NEGATING = frozenset({"no", "not", "n't", "nobody", "none", "never", "neither", "nor"})
_WIDE = frozenset({"war", "campaign"})

Group = Sequence[Telling]


def news_value(draft: Draft, group: Group) -> float:
    """How much a group looks like the news: told early, in a main clause, with circumstances, again and again."""
    first = min(group, key=lambda each: each.start)
    headline = any(draft.found_in(Block, each.block, each.block + 1) for each in group)
    value = 3.0 * (1 - first.start / max(1, len(draft.text))) - 1.0 * min(first.depth, 2) + 0.3 * min(len(group), 5)
    value += 1.0 * any(each.harm for each in group) + 0.5 * headline
    value += _HEADLINE * any(each.type in draft.once(_headlined) for each in group if each.type is not None)
    value -= 3.0 * all(each.earlier for each in group) + 9.0 * (modality_of(group) == "historical")
    minor = type_of_group(group) in MINOR and not any(each.harm for each in group)
    return value - 9.0 * _is_untold(draft, group) - 4.0 * minor


def rank_of(draft: Draft, group: Group, main: Group) -> Rank:
    """The rank of a group beside the one of the greatest news value."""
    if _is_untold(draft, group):
        return "background"
    if group is main:
        return "main"
    if modality_of(group) == "historical" or all(each.earlier for each in group):
        return "background"
    mentioned = all(each.nominal for each in group) and "where" not in {name for t in group for name in t.strong}
    if (type_of_group(group) in MINOR or mentioned) and not _counts_people(draft, group):
        return "background"
    when = next((each.when.meaning for each in group if each.when), None)
    news = next((each.when.meaning for each in main if each.when), None)
    if when and news and when.latest and news.earliest:
        coarse = when.precision in {"month", "season", "year"}
        if (news.earliest - when.latest).days > (0 if coarse else BACKGROUND_DAYS):
            return "background"
    return "also_reported"


def type_of_group(group: Group) -> EventType | None:
    """The type that the tellings agree on."""
    return Event("", "main", "happened", tuple(group)).type


def modality_of(group: Group) -> Modality:
    """The modality of the acts told; that of the harms where no act is."""
    acts = [each for each in group if not each.harm]
    told = [each.modality for each in acts or group]
    return "happened" if "happened" in told else told[0]


def _headlined(draft: Draft, _: str) -> frozenset[str]:
    """The types that words of the headline may tell."""
    hits = find("acts", view(draft.report.title or ""))
    return frozenset(kind for hit in hits for kind in (hit.entry.category, *hit.entry.many("also")))


def _is_untold(draft: Draft, group: Group) -> bool:
    """Whether nothing tells a group as an event of its own: it is only denied, or a sum over a war or a campaign."""
    return all(_is_denied(draft, each) for each in group) or _is_sum(draft, group)


def _is_denied(draft: Draft, telling: Telling) -> bool:
    """Whether it is said not to have been; whoever denies what others say grants that it is said."""
    if telling.nominal and telling.definite:
        return False  # "nobody died in the raid" grants the raid
    if stance_over(draft, telling.start, telling.end).standing != "denied":
        return False
    start, end = clause_bounds(clause_of(draft.doc[telling.head]))
    return any(word(each) in _NEGATING for each in draft.phrase(start, end))


def _is_sum(draft: Draft, group: Group) -> bool:
    heads = {each.head for each in group}
    scopes = [each.meaning.figure.scope for each in draft.found(Harmed) if each.meaning.trigger in heads]
    return all(each.harm for each in group) and bool(scopes) and set(scopes) <= _WIDE


def _counts_people(draft: Draft, group: Group) -> bool:
    """Whether a figure with a number hangs on one of the group's tellings."""
    heads = {each.head for each in group}
    return any(
        harmed.meaning.trigger in heads and harmed.meaning.figure.number not in {None, 1}
        for harmed in draft.found(Harmed)
    )
