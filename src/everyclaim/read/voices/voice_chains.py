"""Voices within voices: who is said to know it speaks, the others carry it to the report.

Where it stands: the last part of the step `voices`. "The army said residents reported ..." gives the residents, by way
of the army; "we believe" inside a quotation is the quoted speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from everyclaim.model import Mention, Source
from everyclaim.read.voices.saying import Saying


@dataclass(frozen=True, slots=True)
class Spoken:
    """A saying with its sources named; `first_person` marks "I" and "we"."""

    saying: Saying
    sources: tuple[Mention[Source], ...]
    via: tuple[Mention[Source], ...]
    first_person: bool = False


def chain(spoken: Sequence[Spoken]) -> list[Spoken]:
    """Give inner voices the outer ones as carriers; outer voices come first in the result."""
    done: list[Spoken] = []
    for each in sorted(spoken, key=lambda s: (-_length(s.saying), s.saying.content[0])):
        outer = [d for d in done if _within(each.saying, d.saying)]
        done.append(_inside(each, min(outer, key=lambda d: _length(d.saying))) if outer else each)
    return done


def _inside(inner: Spoken, outer: Spoken) -> Spoken:
    if not inner.sources or inner.first_person or _same(inner, outer):
        return Spoken(inner.saying, (inner.sources and outer.sources) or outer.sources, outer.via)
    seen = {each.meaning.name for each in (*inner.sources, *inner.via)}
    further = [each for each in (*outer.sources, *outer.via) if each.meaning.name not in seen]
    return Spoken(inner.saying, inner.sources, (*inner.via, *further))


def _same(inner: Spoken, outer: Spoken) -> bool:
    return {each.meaning.name for each in inner.sources} == {each.meaning.name for each in outer.sources}


def _within(inner: Saying, outer: Saying) -> bool:
    """Whether the whole clause of saying, and what it says, stand in the outer content."""
    start, end = outer.content
    inside = start <= inner.cue[0] and inner.cue[1] <= end and start <= inner.content[0] and inner.content[1] <= end
    return inside and inner.cue != outer.cue


def _length(saying: Saying) -> int:
    return saying.content[1] - saying.content[0]
