"""Who held which office of a state when (`actors/offices.yaml`): from the name of a speaker to the state spoken for.

Where it stands: the step `persons` and the naming of speakers ask here for names without a country beside them.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from everyclaim.text.any_of import any_of

_SHORT = 3
"""Letters of a surname that is too short to be known by itself."""
_PARTICLES = frozenset("al el ad as ash bin ben abd abdel abdul".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """One who held an office: the code spoken for, the years, the names; the surnames that suffice by themselves."""

    code: str
    since: int
    until: int | None
    names: tuple[frozenset[str], ...]
    surnames: frozenset[str]
    alone: frozenset[str]

    def served(self, year: int | None) -> bool:
        """Whether this was in office in a year; in an unknown one they may have been."""
        return year is None or self.since <= year <= (self.until or year)


@cache
def holders() -> tuple[Holder, ...]:
    """Every row of the table."""
    path = files("everyclaim.lexicon") / "actors" / "offices.yaml"
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return tuple(
        Holder(
            row["code"],
            row["since"],
            row.get("until"),
            tuple(frozenset(_words(name)) for name in row["names"]),
            frozenset(_words(name)[-1] for name in row["names"]),
            frozenset(word for name in row.get("alone", ()) for word in _words(name)),
        )
        for row in rows
    )


@cache
def known_alone() -> re.Pattern[str]:
    """A pattern for the surnames that mean one holder without a title beside them, as papers print them."""
    words = sorted({word.capitalize() for each in holders() for word in each.alone if len(word) > _SHORT})
    return re.compile(rf"(?<![\w-])(?:[Aa]l-|[Ee]l-)?{any_of(words)}(?![\w-])")


def find_office(name: str, year: int | None, *, titled: bool = False) -> str | None:
    """Find the code of the state that somebody spoke for.

    Args:
        name: a name in full, or a surname alone.
        year: the report's year.
        titled: whether a title of a state stands beside it, which makes a surname alone enough.

    Returns:
        the code, or None where nobody or more than one state's servant is meant.
    """
    words = _words(name)
    if not words:
        return None
    serving = [each for each in holders() if each.served(year)]
    if len(words) > 1:
        found = {each.code for each in serving if frozenset(words) in each.names}
    else:
        found = {each.code for each in serving if words[0] in each.alone or (titled and words[0] in each.surnames)}
    return found.pop() if len(found) == 1 else None


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without the particles that are spelled in every manner."""
    words = [word for word in re.split(r"[\s-]+", name.lower().replace("'", "").strip()) if word]
    return [word for word in words if word not in _PARTICLES] or words
