"""The assessments in people's words: one row for each kind of harm, one column for each policy, and every reason.

Where it stands: a part of the dossier; the card of an incident says figures in the same words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from everyclaim.codec import Json
from everyclaim.export.dossier_material import Said
from everyclaim.export.incident_words import say_range
from everyclaim.export.policy_names import label
from everyclaim.export.wording import GROUPS, STATUSES, spaced

_OUTPUTS = {
    "strike_status": "Strike status",
    "grade": "Grade of civilian harm",
    "verification": "Verification",
    "acknowledged_strike": "Strike acknowledged",
    "acknowledged_harm": "Harm acknowledged",
}
_SAYS = {"yes": "yes", "denied": "no: denied", None: "–"}


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason: which value of which policies, by which rule, in a sentence, resting on which claims."""

    policies: tuple[str, ...]
    bound: str
    rule: str
    text: str
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of harm under all policies. `part`: a group within another row; `said`: what was ever put forward."""

    key: tuple[str, str, str | None, str | None]
    label: str
    part: bool
    values: tuple[str, ...]
    said: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """One status under all policies, with its reasons."""

    label: str
    values: tuple[str, ...]
    grounds: tuple[Ground, ...]


Key = tuple[str, str, str | None, str | None]
NONE = "–"
_KINDS = ("killed", "injured", "killed_or_injured", "missing", "abducted", "detained", "displaced")
_ONE = {
    "people": "person",
    "civilians": "civilian",
    "combatants": "combatant",
    "children": "child",
    "women": "woman",
    "men": "man",
    "adults": "adult",
}
_MOST_TILES = 8
"""Two rows on a laptop's screen."""


def figures(assessments: Sequence[Json], said: Sequence[Said]) -> tuple[Figure, ...]:
    """Put the rows of harm of all policies side by side, the dead first, civilians before others, everybody last."""
    keys = sorted({_key(row) for made in assessments for row in made["harm"]}, key=_order)
    by_id = {each.id: each for each in said}
    return tuple(_figure(key, assessments, by_id) for key in keys)


def tiles(assessments: Sequence[Json], said: Sequence[Said]) -> tuple[tuple[int, Figure], ...]:
    """The figures of the first policy that stand at the head of the page, each with its number among all.

    "Everybody" is left out where it only repeats the one status that was told, and women, children and men among others
    than the dead: the table has them.
    """
    every = list(enumerate(figures(assessments, said), 1))
    statuses: dict[str, int] = {}
    for _, figure in every:
        if figure.key[1] != "all" and figure.key[2] is None and figure.values[0] != NONE:
            statuses[figure.key[0]] = statuses.get(figure.key[0], 0) + 1
    shown = [
        (number, replace(figure, label=_of_one(figure.label)) if figure.values[0] == "1" else figure)
        for number, figure in every
        if figure.values[0] != NONE
        and (figure.key[1] != "all" or statuses.get(figure.key[0], 0) != 1)
        and (figure.key[2] is None or figure.key[0] == "killed")
    ]
    return tuple(shown[:_MOST_TILES])


def _of_one(label: str) -> str:
    """The label of a single person: "women killed" as "woman killed"."""
    first, rest = label.split(" ", 1)
    return f"{_ONE.get(first, first)} {rest}"


def outputs(assessments: Sequence[Json], said: Sequence[Said]) -> tuple[Output, ...]:
    """Put statuses and grades of all policies side by side."""
    by_id = {each.id: each for each in said}
    return tuple(
        Output(
            name_of,
            tuple(_say_output(made, name) for made in assessments),
            _grounds(
                [(made, each) for made in assessments for each in made["reasons"] if each["bound"] == name], by_id
            ),
        )
        for name, name_of in _OUTPUTS.items()
    )


def label_of(row: Json) -> str:
    """Who suffered what, in words: "civilians killed"."""
    people = GROUPS.get(row["group"]) or STATUSES[row["status"]]
    if row["group"] and row["status"] not in {"civilian", "all"}:
        people += f" ({spaced(row['status'])} status)"
    side = f" on the side of {row['side']}" if row["side"] else ""
    return f"{people} {spaced(row['kind'])}{side}"


def _order(key: Key) -> tuple[int, int, int, str]:
    kind, status, group, side = key
    statuses = ("civilian", "protected", "hors_de_combat", "contested", "combatant", "unknown", "all")
    return _KINDS.index(kind), statuses.index(status), ["", *GROUPS].index(group or ""), side or ""


def _key(row: Json) -> Key:
    return row["kind"], row["status"], row["group"], row["side"]


def _figure(key: Key, assessments: Sequence[Json], by_id: Mapping[str, Said]) -> Figure:
    rows = [next((row for row in made["harm"] if _key(row) == key), None) for made in assessments]
    shown = [row for row in rows if row is not None]
    return Figure(
        key=key,
        label=label_of(shown[0]),
        part=key[2] is not None,
        values=tuple(say_range(row) if row is not None else NONE for row in rows),
        said=_say_span(shown[0]),
        grounds=_grounds(
            [(made, each) for made, row in zip(assessments, rows, strict=True) if row for each in row["reasons"]], by_id
        ),
    )


def _say_span(row: Json) -> str:
    low, high = row["said_low"], row["said_high"]
    if low is None:
        return "–"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _say_output(made: Json, name: str) -> str:
    if name.startswith("acknowledged"):
        return _SAYS[made["acknowledged"][name.removeprefix("acknowledged_")]]
    return made[name] or "–"


def _grounds(reasons: Sequence[tuple[Json, Json]], by_id: Mapping[str, Said]) -> tuple[Ground, ...]:
    """Each reason once, with the policies that share it."""
    shared: dict[tuple[str, str, str, tuple[str, ...]], list[str]] = {}
    for made, each in reasons:
        same = (each["bound"], each["rule"], each["text"], tuple(each["claims"]))
        shared.setdefault(same, []).append(label(made["policy"]))
    return tuple(
        Ground(tuple(policies), bound, rule, text, tuple(by_id[each] for each in claims if each in by_id))
        for (bound, rule, text, claims), policies in shared.items()
    )
