"""Claims that people coded by hand: kept as judgements, and told beside what was read.

Where it stands: `case_coding.py` makes them, `view.py` tells them with a report's reading, so that matching and
assessing see them like all others. A judgement of verdict "code" is about one report and holds one claim, as the codec
writes it, so that whoever has the case can prove its words against the text (docs/design/0052-coding-by-hand.md).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from everyclaim import codec
from everyclaim.casebook.found import dump
from everyclaim.codec import RecordParts
from everyclaim.model import Claim, Happening, Judgement, Kind, Place, Rank, When

VERDICT = "code"
STEP = "hand"
"""What a coded value names in place of the reading step that said so."""


def payload_of(claim: Claim) -> dict[str, str]:
    """What a judgement holds that codes a claim."""
    return {"claim": dump(codec.encode(claim))}


def coded(judgements: Iterable[Judgement], report: str | None = None) -> Iterator[tuple[Claim, str]]:
    """Walk the claims that judgements code, all or those of one report, each with who coded it."""
    for each in judgements:
        if each.verdict == VERDICT and report in {None, *each.about}:
            yield codec.decode(json.loads(dict(each.payload)["claim"]), Claim), each.by


def add_coded(parts: RecordParts, judgements: Iterable[Judgement]) -> RecordParts:
    """A report's parts with what was coded by hand: a claim, and a happening where it is about a new one.

    A claim of the same words and voice that was read as well is the person's: a judgement always wins.
    """
    by_hand = list(coded(judgements, parts.report.id))
    if not by_hand:
        return parts
    claims = {each.id: each for each in (*parts.claims, *(claim for claim, _ in by_hand))}
    happenings = list(parts.happenings)
    for claim, _ in by_hand:
        happenings = _told(happenings, claim)
    coders = {**parts.coders, **{claim.id: coder for claim, coder in by_hand}}
    return replace(parts, claims=list(claims.values()), happenings=happenings, coders=coders)


def _told(happenings: Sequence[Happening], claim: Claim) -> list[Happening]:
    """The happenings with one that the claim is about, which shows the claim's value where it is of type, day or place.

    The first happening of a report in which nothing was read is its main one.
    """
    told = list(happenings)
    for name in claim.about:
        if name not in {each.id for each in told}:
            rank: Rank = "also_reported" if any(each.rank == "main" for each in told) else "main"
            told.append(Happening(name, claim.report, rank, claim.modality))
    if claim.standing != "asserted":
        return told
    return [_showing(each, claim) if each.id in claim.about else each for each in told]


def _showing(happening: Happening, claim: Claim) -> Happening:
    match claim.value.meaning:
        case Kind():
            return replace(happening, type=claim.id)
        case When():
            return replace(happening, when=claim.id)
        case Place():
            return replace(happening, where=claim.id)
        case _:
            return happening
