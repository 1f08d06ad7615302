"""What a site asks of programs in its robots.txt (RFC 9309), read for one program: ours.

The group that names us counts, otherwise the one for all; of the rules that fit a path the longest counts, and of two
of one length the one that allows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NAME = "everyclaim"
"""The name under which a site may speak to us."""

LARGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB, and no site needs more to say no."""

_LONGEST_DELAY = 60.0
"""Seconds of a Crawl-delay that are heeded. Some sites write an hour to keep search engines out, and mean no reader."""

_LINE = re.compile(r"\s*([\w-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site asks.

    Args:
        lines: (whether it allows, the pattern of the path).
        delay: seconds to leave between two visits.
    """

    lines: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether this path, with its query, may be fetched."""
        fitting = [(len(pattern), allows) for allows, pattern in self.lines if _pattern(pattern).match(path)]
        return max(fitting, default=(0, True))[1]


def parse_robots(text: str) -> Rules:
    """Read a robots.txt. What it does not say in the standard's form, it does not say."""
    groups = list(_iter_groups(text))
    own = [lines for agents, lines in groups if NAME in agents]
    return _rules(line for lines in own or [lines for agents, lines in groups if "*" in agents] for line in lines)


def _iter_groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Walk the groups: the agents that are named one after the other, and the lines that follow them."""
    agents, lines = set[str](), list[tuple[str, str]]()
    for raw in text.splitlines():
        found = _LINE.match(raw.lstrip("\ufeff"))
        if found is None:
            continue
        name, value = found[1].lower(), found[2].strip()
        if name == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(value.partition("/")[0].strip().lower())
        elif agents and name in {"allow", "disallow", "crawl-delay"}:
            lines.append((name, value))
    yield agents, lines


def _rules(lines: Iterable[tuple[str, str]]) -> Rules:
    kept, delay = [], 0.0
    for name, value in lines:
        if name == "crawl-delay":
            delay = min(float(value), _LONGEST_DELAY) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value) else delay
        elif value:
            kept.append((name == "allow", value))
    return Rules(tuple(kept), delay)


def _pattern(path: str) -> re.Pattern[str]:
    """A path of the standard, in which "*" is anything and a last "$" the end."""
    body, end = (path[:-1], True) if path.endswith("$") else (path, False)
    first, *rest = (re.escape(each) for each in re.split(r"\*+", body))
    last = [rf".*{rest.pop()}\Z"] if end and rest else [r"\Z"] if end else []
    # Each piece is taken where it first comes and never gone back on: no hostile pattern runs for ever.
    return re.compile("".join([first, *(f"(?>.*?{each})" for each in rest), *last]), re.DOTALL)
