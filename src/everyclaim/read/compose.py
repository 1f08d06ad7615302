"""Puts a reading together: one claim an id, what supports and what contradicts what, only references that exist.

Where it stands: the last thing `read` does, over what all steps found.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from everyclaim.model import Claim, Evidence, Figure, Thing
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import sentence_bounds, word

_SUPPORTED = frozenset(
    {
        "supported",
        "backed",
        "corroborated",
        "confirmed",
        "shown",
        "verified",
        "showed",
        "shows",
        "showing",
        "documented",
        "seen",
    }
)
_PRECISE = frozenset({"precisely", "accurately", "precise", "successfully", "exactly"})
_HARM = frozenset({"killed", "injured", "killed_or_injured"})


def compose(draft: Draft, claims: Sequence[Claim], evidence: Sequence[Evidence]) -> tuple[Claim, ...]:
    """Join the claims of all steps, in the order of the text."""
    unique: dict[str, Claim] = {}
    for each in claims:
        known = unique.setdefault(each.id, each)
        unique[each.id] = replace(known, about=tuple(dict.fromkeys((*known.about, *each.about))))
    ordered = sorted(unique.values(), key=lambda c: (c.value.span.start, c.value.span.end, c.field, c.id))
    supported = [replace(each, supported_by=_support(draft, each, evidence)) for each in ordered]
    against = _contradictions(supported)
    return tuple(replace(each, contradicts=tuple(sorted(against[each.id]))) for each in supported)


def _support(draft: Draft, made: Claim, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Items in the claim's own sentence, where the sentence says that they support or show it."""
    if made.field in {
        "statement",
        "affiliation",
        "link",
        "motive",
        "controlled_by",
        "responsibility",
        "by",
        "weapon",
        "when",
    }:
        return ()
    start, end = sentence_bounds(draft.doc, made.value.span.start)
    near = [item for item in evidence if start <= item.span.start < end and item.span.start != made.value.span.start]
    if not near or not any(word(token) in _SUPPORTED for token in draft.phrase(start, end)):
        return ()
    return tuple(item.id for item in near)


def _contradictions(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Pairs of claims that cannot both hold as told: denial against assertion, precise hits against civilian harm."""
    against: dict[str, set[str]] = defaultdict(set)
    real = [each for each in claims if each.about and each.modality in {"happened", "ongoing"}]
    for number, one in enumerate(real):
        about = set(one.about)
        for other in real[number + 1 :]:
            if not about.isdisjoint(other.about) and (
                _denies(one, other) or _misses(one, other) or _misses(other, one) or _differ(one, other)
            ):
                against[one.id].add(other.id)
                against[other.id].add(one.id)
    return against


def _denies(one: Claim, other: Claim) -> bool:
    """One voice denies what another asserts in the same field, of people of the same status where it counts them."""
    if one.field != other.field and not {one.field, other.field} <= _HARM:
        return False
    if {one.standing, other.standing} != {"denied", "asserted"} or _voice(one) == _voice(other):
        return False
    first, second = one.value.meaning, other.value.meaning
    if isinstance(first, Figure) and isinstance(second, Figure):
        return first.status == second.status or "unknown" in {first.status, second.status}
    return one.field in {"responsibility", "type", "by", "target_hit", "damage"}


def _misses(one: Claim, other: Claim) -> bool:
    """A target "hit precisely" against harm to civilians or damage where civilians live, said by somebody else."""
    thing, harm = one.value.meaning, other.value.meaning
    if (
        not isinstance(thing, Thing)
        or one.field != "target_hit"
        or not set(thing.what.replace(",", "").split()) & _PRECISE
    ):
        return False
    if _voice(one) == _voice(other) or other.standing != "asserted":
        return False
    if isinstance(harm, Figure):
        return other.field in _HARM and harm.status in {"civilian", "protected"} and harm.subset_of is None
    return isinstance(harm, Thing) and other.field in {"damage", "target_hit"} and harm.infrastructure is not None


def _differ(one: Claim, other: Claim) -> bool:
    """Two voices count the same people of one event and their intervals do not meet."""
    first, second = one.value.meaning, other.value.meaning
    if not isinstance(first, Figure) or not isinstance(second, Figure) or one.field != other.field:
        return False
    if one.standing != other.standing or _voice(one) == _voice(other) or first.subset_of or second.subset_of:
        return False
    if (first.status, first.group, first.scope, first.claimed_label) != (
        second.status,
        second.group,
        second.scope,
        second.claimed_label,
    ):
        return False
    return _above(first, second) or _above(second, first)


def _above(first: Figure, second: Figure) -> bool:
    return first.low is not None and second.high is not None and not second.open_high and first.low > second.high


def _voice(made: Claim) -> tuple[str, ...]:
    return tuple(sorted(voice.meaning.name for voice in made.said_by))
