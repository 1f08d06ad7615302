"""A reading without some of its claims, and nothing left in it that leans on them.

Where it stands: `flow` sieves what it reads where only claims of some confidence are asked for; the casebook leaves out
what people rejected, and shows a case to those who need precision. Nothing stored is touched.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from everyclaim.codec import RecordParts
from everyclaim.model import Assessment, Claim, Figure, Happening, Incident, Victim


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a case shows where only claims of some confidence are asked for.

    `left_out` are the claims; `assessments` and `contradictions`, by incident, are what follows without them.
    """

    left_out: frozenset[str]
    assessments: Mapping[str, Sequence[Assessment]] = field(default_factory=dict)
    contradictions: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


def parse_share(share: float) -> float:
    """Check what was given as least confidence.

    Raises:
        ValueError: it is no share.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no confidence; give a share from 0 to 1, such as 0.8.")
    return share


def doubtful(claims: Sequence[Claim], least: float) -> frozenset[str]:
    """The ids of claims that are less sure than asked for, and of those that are a part of such a number.

    A part would be taken for the whole without it.
    """
    found = {claim.id for claim in claims if claim.confidence < least}
    found |= {claim.id for claim in claims if isinstance(it := claim.value.meaning, Figure) and it.subset_of in found}
    return frozenset(found)


def without(parts: RecordParts, left_out: Collection[str]) -> RecordParts:
    """The same reading without these claims, and without references to them."""
    if not left_out:
        return parts
    return replace(
        parts,
        claims=[_claim(each, left_out) for each in parts.claims if each.id not in left_out],
        happenings=[_preferring(each, left_out) for each in parts.happenings],
        victims=[_victim(each, left_out) for each in parts.victims],
    )


def incident_without(incident: Incident, left_out: Collection[str]) -> Incident:
    """The same incident without these claims."""
    return replace(
        incident,
        claims=tuple(each for each in incident.claims if each not in left_out),
        type=_kept(incident.type, left_out),
        when=_kept(incident.when, left_out),
        where=_kept(incident.where, left_out),
    )


def _claim(claim: Claim, left_out: Collection[str]) -> Claim:
    left = tuple(each for each in claim.contradicts if each not in left_out)
    return claim if left == claim.contradicts else replace(claim, contradicts=left)


def _preferring(happening: Happening, left_out: Collection[str]) -> Happening:
    """A happening shows no value that is left out."""
    return replace(
        happening,
        type=_kept(happening.type, left_out),
        when=_kept(happening.when, left_out),
        where=_kept(happening.where, left_out),
    )


def _victim(victim: Victim, left_out: Collection[str]) -> Victim:
    return replace(victim, claims=tuple(each for each in victim.claims if each not in left_out))


def _kept(claim: str | None, left_out: Collection[str]) -> str | None:
    return None if claim in left_out else claim
