"""Who of those who fight publishes under which host (`actors/publishers.yaml`), or under its own name.

Where it stands: the step `party_claims` asks here whether a report is a party's own release.
"""

from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml

from everyclaim.lexicon.actors import find_alias

_BELLIGERENT = "belligerent"


def publishing_sides(publisher: str | None, url: str | None) -> frozenset[str]:
    """Find the codes of the parties whose own release a report is; empty where its publisher is none.

    Args:
        publisher: the publisher's name or host, as the report has it.
        url: where the report was found.
    """
    hosts = [each for each in (publisher, urlsplit(url).hostname if url else None) if each]
    found = {side for host in hosts for end, sides in _hosts().items() if _is_below(host, end) for side in sides}
    for hit in find_alias(publisher) if publisher else ():
        if hit.end - hit.start == len(publisher or ""):
            found |= {each.code for each in hit.actors if each.source == _BELLIGERENT}
    return frozenset(found)


def _is_below(host: str, end: str) -> bool:
    return f".{host.casefold()}".endswith(f".{end}")


@cache
def _hosts() -> dict[str, tuple[str, ...]]:
    path = files("everyclaim.lexicon") / "actors" / "publishers.yaml"
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return {host: tuple(row["sides"]) for row in rows for host in row["hosts"]}
