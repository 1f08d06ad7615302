"""The source register: for every voice its kind, side, credibility and whom it cites (codebook, 1 and 9).

It is made of what the reports name, by kind; a person's judgement of verdict `source` sets a row, with its reason.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from everyclaim.assess.kinds import kind_of, known_actor
from everyclaim.assess.materials import Materials
from everyclaim.assess.sides import is_of_a_state, side_of
from everyclaim.model import Claim, Judgement, Report, Source, SourceKind
from everyclaim.text.likeness import find_copies

_ARTICLES = ("a ", "an ", "the ")
_YES = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice. `credible` is None until a person says so; then the default of its kind holds. `why`: the reason.

    `named`: the voice is somebody, not anybody of a kind ("residents").
    """

    key: str
    name: str
    kind: SourceKind
    code: str | None = None
    side: str | None = None
    credible: bool | None = None
    cites: tuple[str, ...] = ()
    why: str = ""
    named: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """All voices of a case in the order of their keys, and the groups of reports that pass on one text (`copies`)."""

    voices: tuple[Voice, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()

    def find(self, source: Source) -> Voice:
        """The row of a source; one that is not listed is made by its kind."""
        key = key_of(source)
        at = bisect_left(self.voices, key, key=lambda each: each.key)
        return self.voices[at] if at < len(self.voices) and self.voices[at].key == key else _voice(source)

    def first_copy(self, report: str) -> str:
        """The report that stands for all that carry its text."""
        return next((group[0] for group in self.copies if report in group), report)


def key_of(source: Source) -> str:
    """The key of a voice's row: its code, that of the one actor who goes by its name, or the name folded."""
    if source.code is not None:
        return source.code
    if (known := known_actor(source.name)) is not None:
        return known.code
    name = " ".join(source.name.casefold().split())
    return next((name.removeprefix(each) for each in _ARTICLES if name.startswith(each)), name)


def publisher_of(report: Report) -> Source:
    """The voice of a report itself: its publisher, or the report where none is known."""
    return report.publisher or Source(report.url or report.path or report.id, kind="outlet")


def register_of(told: Sequence[Materials], judgements: Sequence[Judgement] = ()) -> Register:
    """List every voice that speaks in the reports.

    Args:
        told: all reports of the case.
        judgements: of verdict `source`: `about` names the voice's key, `payload` its kind, side, credible (yes, no) or
            cites; `why` is kept. A withdrawn one does not count, of several the latest holds.
    """
    voices = {key_of(source): _voice(source) for source in sorted(_sources(told), key=_surest)}
    for each in _in_force(judgements):
        for key in each.about:
            voices[key] = _judged(voices.get(key) or _voice(Source(key)), each)
    copies = find_copies({each.report.id: each.report.text for each in told})
    return Register(tuple(voices[key] for key in sorted(voices)), copies)


def _sources(told: Sequence[Materials]) -> Iterator[Source]:
    for each in told:
        yield publisher_of(each.report)
        for claim in each.claims:
            yield from _speakers(claim)


def _speakers(claim: Claim) -> Iterator[Source]:
    yield from (voice.meaning for voice in (*claim.said_by, *claim.via))


def _surest(source: Source) -> tuple[bool, str, str]:
    """Rows are made in this order, so that a source whose kind was read comes last and stays."""
    return source.kind is not None, source.name, source.kind or ""


def _voice(source: Source) -> Voice:
    kind, why = kind_of(source)
    key = key_of(source)
    code = key if ":" in key else None
    of_a_side = code is not None and (kind == "belligerent" or is_of_a_state(code))
    side = side_of(code) if code is not None and of_a_side else None
    named = code is not None or any(word[:1].isupper() for word in source.name.split()[-2:])
    return Voice(key, source.name, kind, code, side, why=why, named=named)


def _in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    ordered = sorted({each.id: each for each in judgements}.values(), key=lambda each: (each.decided_at, each.id))
    withdrawn = {about for each in ordered if each.verdict == "withdraw" for about in each.about}
    return [each for each in ordered if each.verdict == "source" and each.id not in withdrawn]


def _judged(voice: Voice, judgement: Judgement) -> Voice:
    said: Mapping[str, str] = dict(judgement.payload)
    changes: dict[str, Any] = {"why": judgement.why}
    if said.get("kind") in get_args(SourceKind):
        changes["kind"] = cast("SourceKind", said["kind"])
    if "side" in said:
        changes["side"] = said["side"] or None
    if "credible" in said:
        changes["credible"] = _YES.get(said["credible"])
    if "cites" in said:
        changes["cites"] = tuple(sorted({*voice.cites, said["cites"]}))
    return replace(voice, **changes)
