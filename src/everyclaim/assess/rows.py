"""Rows of harm: one for each kind, status, group and side that anybody counts, and one for everybody of a kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from everyclaim.assess.current import current
from everyclaim.assess.policy import Policy
from everyclaim.assess.row import add_up, among, at_least, claims_of, fill, widen
from everyclaim.assess.rules_high import highest_said
from everyclaim.assess.rules_low import Bound
from everyclaim.assess.said import said_of_everybody, said_span
from everyclaim.assess.weighed import Weighed
from everyclaim.model import Grounds, Group, Harm, HarmRow, Status

_FIGHTING: frozenset[Status] = frozenset({"contested", "combatant"})


class Key(NamedTuple):
    """Whom a row counts."""

    kind: Harm
    status: Status | Literal["all"]
    group: Group | None = None
    side: str | None = None


def make_rows(figures: Sequence[Weighed], policy: Policy) -> tuple[HarmRow, ...]:
    """Make all rows of an incident: by kind, everybody first, then by status, groups after their whole."""
    rows: list[HarmRow] = []
    for kind in sorted({each.kind for each in figures}):
        of_kind = fighters_together([each for each in figures if each.kind == kind], policy)
        made = [_row(key, said, policy) for key, said in _by_key(of_kind).items()]
        parts = _with_wholes([row for row in made if row is not None])
        rows += [*_everybody(kind, of_kind, parts, policy), *_contested_in_both(of_kind, parts, policy)]
    return tuple(sorted(rows, key=_order))


def _order(row: HarmRow) -> tuple[str, bool, str, str, str]:
    return row.kind, row.status != "all", row.status, row.side or "", row.group or ""


def _empty(key: Key) -> HarmRow:
    return HarmRow(*key, low=None, best=None, high=None, open_high=False, said_low=None, said_high=None)


def fighters_together(figures: Sequence[Weighed], policy: Policy) -> list[Weighed]:
    """Put those whom only their enemy calls fighters in the contested row, unless others count fighters too.

    A policy without a row for contested people has them with the combatants in any case.
    """
    if policy.rows["contested"] != "contested":
        return list(figures)
    known = any(each.status == "combatant" and not each.enemy and not each.own_dead for each in figures)
    return [
        replace(each, status="combatant" if known else "contested")
        if each.enemy and each.status in _FIGHTING and not each.own_dead
        else each
        for each in figures
    ]


def _by_key(figures: Iterable[Weighed]) -> Mapping[Key, list[Weighed]]:
    """Figures by the row that they count for; a part without a group or a status of its own counts for none."""
    rows: dict[Key, list[Weighed]] = defaultdict(list)
    for each in figures:
        if each.whole or each.group is not None or each.apart:
            rows[Key(each.kind, each.status, each.group, each.side if each.own_dead else None)].append(each)
    return dict(sorted(rows.items(), key=lambda item: tuple(str(part) for part in item[0])))


def _row(key: Key, figures: Sequence[Weighed], policy: Policy) -> HarmRow | None:
    return fill(_empty(key), figures, policy, said_span(figures))


def _with_wholes(rows: Sequence[HarmRow]) -> list[HarmRow]:
    """Add a whole where only groups are counted, and widen a whole that its groups exceed."""
    wholes = {(row.status, row.side): row for row in rows if row.group is None}
    groups: dict[tuple[Status | Literal["all"], str | None], list[HarmRow]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.status, row.side].append(row)
    for (status, side), counted in groups.items():
        whole = wholes.get((status, side))
        parts = _disjoint(counted)
        empty = _empty(Key(parts[0].kind, status, None, side))
        wholes[status, side] = add_up(empty, parts) if whole is None else widen(whole, parts)
    return [*wholes.values(), *(row for row in rows if row.group is not None)]


def _disjoint(groups: Sequence[HarmRow]) -> list[HarmRow]:
    """Groups that share nobody: adults of no stated sex may be the women and men counted beside them."""
    sexed = any(row.group in {"woman", "man"} for row in groups)
    return [row for row in groups if not (sexed and row.group == "adult_unspecified")]


def _everybody(kind: Harm, figures: Sequence[Weighed], rows: Sequence[HarmRow], policy: Policy) -> list[HarmRow]:
    """The row `all`: from the claims that count everybody, attackers included; else the sum of the disjoint rows.

    Where a policy takes people of no stated status for civilians, no claim counts everybody.
    """
    counting = [each for each in figures if each.status == "unknown" and each.whole and not each.own_dead]
    parts = [row for row in rows if row.group is None]
    if not parts:
        return []
    empty = _empty(Key(kind, "all"))
    whole = fill(empty, counting, policy, said_of_everybody(figures, parts, counted=True)) if counting else None
    if whole is None:
        low, high = said_of_everybody(figures, parts, counted=False)
        return [replace(_added(empty, parts), said_low=low, said_high=high)]
    others = [row for row in parts if row.status != policy.rows["unknown"] or row.side is not None]
    return [at_least(widen(whole, others), others)]


def _added(empty: HarmRow, parts: Sequence[HarmRow]) -> HarmRow:
    """The sum of the rows by status; people of no reported status ("five women") may be among the civilians."""
    vague = [row for row in parts if row.status == "unknown" and row.side is None]
    total = add_up(empty, parts)
    return among(total, [row for row in parts if row not in vague], vague[0]) if vague else total


def _contested_in_both(figures: Sequence[Weighed], rows: Sequence[HarmRow], policy: Policy) -> list[HarmRow]:
    """People whose status others than their enemy leave contested: in both maxima and in neither minimum."""
    contested = [each for each in figures if each.contested and not each.enemy and each.whole]
    now = current(contested, policy.open_kinds)
    if not now:
        return list(rows)
    most, found = highest_said(now), {(row.status, row.group, row.side): row for row in rows}
    for status in ("civilian", "combatant"):
        if status != policy.rows["contested"]:
            key = Key(figures[0].kind, status)
            found[status, None, None] = _raised(found.get((status, None, None)) or _empty(key), most)
    return list(found.values())


def _raised(row: HarmRow, most: Bound) -> HarmRow:
    claims = claims_of(most.rest)
    text = f"{most.number} of contested status: in the most of civilians and of combatants, in the least of neither."
    reasons = (*row.reasons, Grounds("high", "contested_in_both_maxima", claims, text))
    if row.low is None:
        text = "0: whether they were civilians is contested."
        reasons = (Grounds("low", "contested_in_no_minimum", claims, text), *reasons)
    return replace(row, low=row.low or 0, high=(row.high or 0) + most.number, reasons=reasons)
