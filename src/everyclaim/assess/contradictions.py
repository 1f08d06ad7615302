"""What contradicts what across an incident's reports: denials, precise hits against harm, counts that cannot meet."""

from itertools import combinations

from everyclaim.assess.origins import Spoken
from everyclaim.assess.prepare import HARMED, TOLD, Prepared
from everyclaim.model import Figure, Thing

_PRECISE = frozenset({"precisely", "accurately", "precise", "accurate", "exactly", "pinpoint"})


def contradictions(prepared: Prepared) -> tuple[tuple[str, str], ...]:
    """Pairs of claims of different origins that cannot both hold, smaller id first."""
    told = [each for each in prepared.spoken if each.claim.modality in TOLD]
    beside = {each.claim.id for each in prepared.beside}
    pairs = [
        (one.claim.id, other.claim.id)
        for one, other in combinations([each for each in told if each.claim.id not in beside], 2)
        if one.origin != other.origin
        and (_denies(one, other) or _misses(one, other) or _misses(other, one) or _differ(one, other))
    ]
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))


def _denies(one: Spoken, other: Spoken) -> bool:
    """One denies harm that the other asserts, of people of the same status where both say it."""
    first, second = one.claim.value.meaning, other.claim.value.meaning
    if isinstance(first, Figure) and isinstance(second, Figure):
        if _says_none(one) == _says_none(other) or not _same_harm(first, second):
            return False
        return first.status == second.status or "unknown" in {first.status, second.status}
    standings = {one.claim.standing, other.claim.standing}
    return (
        one.claim.field == other.claim.field == "responsibility"
        and standings == {"denied", "asserted"}
        and first == second
    )


def _says_none(spoken: Spoken) -> bool:
    figure = spoken.claim.value.meaning
    return spoken.claim.standing == "denied" or (isinstance(figure, Figure) and figure.expression == "none")


def _same_harm(first: Figure, second: Figure) -> bool:
    return first.harm == second.harm or "killed_or_injured" in {first.harm, second.harm} <= HARMED


def _misses(one: Spoken, other: Spoken) -> bool:
    """A target "hit precisely" against civilians harmed."""
    thing, figure = one.claim.value.meaning, other.claim.value.meaning
    if not isinstance(thing, Thing) or one.claim.field != "target_hit" or not isinstance(figure, Figure):
        return False
    words = set(f"{thing.what} {one.claim.value.span.quote}".casefold().replace(",", " ").split())
    harmed = figure.harm in HARMED and figure.status in {"civilian", "protected"} and figure.subset_of is None
    return bool(words & _PRECISE) and harmed and other.claim.standing == "asserted" and not _says_none(other)


def _differ(one: Spoken, other: Spoken) -> bool:
    """Two counts of the same people whose numbers cannot meet."""
    first, second = one.claim.value.meaning, other.claim.value.meaning
    if not isinstance(first, Figure) or not isinstance(second, Figure) or _says_none(one) or _says_none(other):
        return False
    if (first.harm, first.status, first.group) != (second.harm, second.status, second.group):
        return False
    if first.subset_of is not None or second.subset_of is not None:
        return False
    return _above(first, second) or _above(second, first)


def _above(first: Figure, second: Figure) -> bool:
    """Whether the least of the one is more than the most of the other, by the words."""
    return (
        first.number is not None
        and second.expression in {"exact", "range", "up_to", "inferred"}
        and second.number_high is not None
        and first.number > second.number_high
    )
