"""What people decided about claims, heeded: the stages see claims as they stand after all judgements.

Where it stands: `case_flow.py` puts it between the store and matching. No row is touched: a claim that was rejected is
left out, a corrected one says what the person says, with its id and its words as they were (docs/design/0030-case.md).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cattrs import BaseValidationError

from everyclaim import codec
from everyclaim.codec import RecordParts
from everyclaim.model import Claim, Figure, Judgement, Mention, Value
from everyclaim.sieve import without
from everyclaim.text.number_readings import interval

STEP = "judgement"
"""What a corrected value names in place of the reading step that said so."""


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Leave out the judgements that a later one withdrew; they are given in order of time."""
    kept: dict[str, Judgement] = {}
    for each in judgements:
        if each.verdict == "withdraw":
            for withdrawn in each.about:
                kept.pop(withdrawn, None)
        else:
            kept[each.id] = each
    return tuple(kept.values())


def heed(parts: RecordParts, judgements: Sequence[Judgement]) -> RecordParts:
    """A report's parts as they stand after judgements on claims; of several on one claim the last counts."""
    verdicts = {claim: each for each in judgements if each.verdict in _ON_CLAIMS for claim in each.about}
    if not verdicts:
        return parts
    claims = [_judged(claim, verdicts.get(claim.id)) for claim in parts.claims]
    rejected = {claim.id for claim, judged in zip(parts.claims, claims, strict=True) if judged is None}
    return without(replace(parts, claims=[claim for claim in claims if claim]), rejected)


_ON_CLAIMS = {"accept", "correct", "reject"}


def _judged(claim: Claim, judgement: Judgement | None) -> Claim | None:
    if judgement is None:
        return claim
    if judgement.verdict == "reject":
        return None
    if judgement.verdict == "correct":
        claim = replace(claim, value=correct(claim, dict(judgement.payload)))
    return replace(claim, confidence=1.0)


def correct(claim: Claim, changes: dict[str, str]) -> Mention[Value]:
    """The value of a claim with some of its parts as a person says they are, over the same words.

    Raises:
        ValueError: the value has no such part, or this is none of its values.
    """
    encoded = codec.encode(claim.value, Mention[Value])
    for name, words in changes.items():
        if name not in encoded["meaning"] or name == "is":
            known = ", ".join(sorted(encoded["meaning"].keys() - {"is"}))
            raise ValueError(f"A claim of field {claim.field!r} has no {name!r}; it has {known}.")
        encoded["meaning"][name] = _part(encoded["meaning"][name], words)
    try:
        corrected = codec.decode({**encoded, "step": STEP}, Mention[Value])
    except BaseValidationError as error:
        raise ValueError(f"{changes} is no value of a claim of field {claim.field!r}; see `schema record`.") from error
    return _reread(corrected, changes.keys())


def _reread(corrected: Mention[Value], changed: Collection[str]) -> Mention[Value]:
    """A figure whose words a person corrected is read as those words are, unless the person gives the bounds too."""
    figure = corrected.meaning
    if not isinstance(figure, Figure) or not {"number", "number_high", "expression"} & set(changed):
        return corrected
    if "number_high" not in changed and figure.expression not in {"range", "up_to", "fraction"}:
        figure = replace(figure, number_high=None)
    low, high, open_high = interval(figure.expression, figure.number, figure.number_high)
    reread = replace(
        figure,
        low=figure.low if "low" in changed else low,
        high=figure.high if "high" in changed else high,
        open_high=figure.open_high if "open_high" in changed else open_high,
    )
    return replace(corrected, meaning=reread)


def _part(before: object, words: str) -> object:
    """A part of a value as its codec has it: a list from words between commas, an actor from a name."""
    if isinstance(before, (list, tuple)):
        return [each.strip() for each in words.split(",") if each.strip()]
    return {**before, "name": words} if isinstance(before, dict) else _parse(words)


def _parse(words: str) -> str | int | bool | None:
    """What a person wrote: a whole number, yes, no or null; else the words."""
    plain = {"null": None, "true": True, "false": False}
    return plain[words] if words in plain else int(words) if words.lstrip("-").isdigit() else words
