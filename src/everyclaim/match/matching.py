"""The whole of matching as one readable function."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from everyclaim.match.candidates import candidates
from everyclaim.match.clusters import Apart, cluster, undecided
from everyclaim.match.conflicts import find_conflict
from everyclaim.match.facts import Facts, gather
from everyclaim.match.ids import Group, allot, prefix_of
from everyclaim.match.judged import Judged, decided
from everyclaim.match.options import Options
from everyclaim.match.pairs import weigh
from everyclaim.match.preferring import prefer
from everyclaim.match.sequences import one_sequence
from everyclaim.match.told import Join, Key, Matching, Refusal, Told
from everyclaim.model import Claim, Happening, Incident, Judgement, Place, When
from everyclaim.text.likeness import find_copies


def match(
    reports: Sequence[Told],
    judgements: Sequence[Judgement] = (),
    allotted: Sequence[Incident] = (),
    options: Options = Options(),  # noqa: B008 frozen
) -> Matching:
    """Bring the happenings of many reports together that tell of one event.

    Args:
        reports: every report of the case, in any order, each once or more often.
        judgements: of verdict `same` and `not_same` about happenings ("REPORT#HAPPENING"), reports or incidents; they
            always win.
        allotted: the incidents as they stood, for their ids; those merged into others may be among them.
        options: threshold and doubt.

    Returns:
        The incidents ordered by id, with joins and refusals.
    """
    told = [each for _, each in sorted({each.report.id: each for each in reports}.items())]
    judged = decided(judgements, told, allotted)
    named = frozenset(key for pair in judged.together for key in pair)
    facts = {each.key: each for one in told for each in gather(one, named)}
    copies = find_copies({each.report.id: each.report.text for each in told})
    joins, refusals = _weigh(told, facts, copies, options)
    apart = _apart(facts, joins, judged)
    joins, refusals = _hold_back(joins, refusals, apart)
    groups = cluster(facts, joins, judged.together, apart)
    groups = [group for group in groups if any(facts[key].founds for key in group)]
    return Matching(_incidents(groups, told, allotted), tuple(joins), tuple(refusals), copies, _retired(told, allotted))


def _weigh(
    told: Sequence[Told], facts: Mapping[Key, Facts], copies: Sequence[Sequence[str]], options: Options
) -> tuple[list[Join], list[Refusal]]:
    copied = {pair for group in copies for pair in combinations(group, 2)}
    weighed = [
        weigh(one, other, options, copied=(one.key[0], other.key[0]) in copied)
        for one, other in candidates(list(facts.values()))
    ]
    joins = [each for each in weighed if isinstance(each, Join)]
    return [*joins, *_sequences(told, facts)], [each for each in weighed if isinstance(each, Refusal)]


def _sequences(told: Sequence[Told], facts: Mapping[Key, Facts]) -> Iterator[Join]:
    for report in told:
        inside = [facts[each.report, each.id] for each in report.happenings if (each.report, each.id) in facts]
        for one, other in combinations(inside, 2):
            if (join := one_sequence(one, other, report.report.text)) is not None:
                yield join


def _apart(facts: Mapping[Key, Facts], joins: Sequence[Join], judged: Judged) -> Apart:
    """What may never be in one group: a person said so, or there is a conflict that no person overruled."""
    together = {frozenset(pair) for pair in judged.together}
    together |= {frozenset((each.left, each.right)) for each in joins if each.left[0] == each.right[0]}
    known: dict[tuple[Key, Key], bool] = {}

    def apart(one: Key, other: Key) -> bool:
        pair = (min(one, other), max(one, other))
        if pair not in known:
            conflict = pair in judged.apart or find_conflict(facts[pair[0]], facts[pair[1]]) is not None
            known[pair] = conflict and frozenset(pair) not in together
        return known[pair]

    return apart


def _hold_back(joins: Sequence[Join], refusals: Sequence[Refusal], apart: Apart) -> tuple[list[Join], list[Refusal]]:
    """Turn joins that fit two events equally well into doubtful refusals."""
    open_ = undecided(joins, apart)
    held = [Refusal(*each, doubtful=True) for each in joins if (each.left, each.right) in open_]
    return [each for each in joins if (each.left, each.right) not in open_], [*refusals, *held]


def _incidents(
    groups: Sequence[frozenset[Key]], told: Sequence[Told], allotted: Sequence[Incident]
) -> tuple[Incident, ...]:
    by_id = {claim.id: claim for each in told for claim in each.claims}
    happenings = {(each.report, each.id): each for one in told for each in one.happenings}
    about: dict[Key, list[str]] = {}
    for claim in by_id.values():
        for happening in claim.about:
            about.setdefault((claim.report, happening), []).append(claim.id)
    drafts = [_draft(sorted(group), happenings, by_id, about) for group in groups]
    ids = allot([_group(each, by_id) for each in drafts], allotted)
    made = [
        Incident(code.id, it.happenings, it.claims, it.type, it.when, it.where, None, code.previous_codes)
        for code, it in zip(ids, drafts, strict=True)
    ]
    return tuple(sorted(made, key=lambda each: each.id))


def _draft(
    group: Sequence[Key],
    happenings: Mapping[Key, Happening],
    by_id: Mapping[str, Claim],
    about: Mapping[Key, list[str]],
) -> Incident:
    preferred = prefer([happenings[key] for key in group], by_id)
    claims = sorted({code for key in group for code in about.get(key, ())})
    kind, when, where = (None if claim is None else claim.id for claim in preferred)
    return Incident("", tuple(group), tuple(claims), kind, when, where)


def _group(incident: Incident, by_id: Mapping[str, Claim]) -> Group:
    place = by_id[incident.where].value.meaning if incident.where else None
    when = by_id[incident.when].value.meaning if incident.when else None
    prefix = prefix_of(place.country if isinstance(place, Place) else None, when if isinstance(when, When) else None)
    return Group(frozenset(incident.happenings), frozenset(incident.claims), prefix)


def _retired(told: Sequence[Told], allotted: Sequence[Incident]) -> tuple[str, ...]:
    present = {(each.report, each.id) for one in told for each in one.happenings}
    gone = [each.id for each in allotted if not present & set(each.happenings)]
    return tuple(sorted(gone))
