"""The voices behind a value, for a sentence: each once, whatever its capitals."""

from collections.abc import Iterable


def listed(names: Iterable[str]) -> str:
    """Join names in the order in which they come: "Local sources" and "local sources" are one."""
    once: dict[str, str] = {}
    for each in names:
        once.setdefault(each.casefold(), each)
    return ", ".join(once.values())
