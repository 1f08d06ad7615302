"""What a reading found, as the rows that keep it: written by `casebook.py`, read by `view.py`, by one list of kinds."""

import json
from collections.abc import Mapping, Sequence

from everyclaim import codec
from everyclaim.codec import Json, RecordParts
from everyclaim.model import Claim, Evidence, Happening, Mention, Report, Victim

KINDS = ("claims", "happenings", "evidence", "victims", "troubles")
"""Tables of `tables.py` and, by the same names, parts of a record."""

Found = Mapping[str, Sequence[Json]]


def encode_found(parts: RecordParts) -> Found:
    """What a reading found, by kind, in its order."""
    return {
        "claims": [codec.encode(each) for each in parts.claims],
        "happenings": [codec.encode(each) for each in parts.happenings],
        "evidence": [codec.encode(each) for each in parts.evidence],
        "victims": [codec.encode(each) for each in parts.victims],
        "troubles": [codec.encode(each, Mention[str]) for each in parts.troubles],
    }


def decode_found(report: Report, reader: str, found: Found) -> RecordParts:
    """The parts of a record from what was kept."""
    return RecordParts(
        report,
        reader,
        [codec.decode(each, Claim) for each in found["claims"]],
        [codec.decode(each, Happening) for each in found["happenings"]],
        [codec.decode(each, Evidence) for each in found["evidence"]],
        [codec.decode(each, Victim) for each in found["victims"]],
        [codec.decode(each, Mention[str]) for each in found["troubles"]],
    )


def found_sha256(found: Found) -> str:
    """The hash of all that a reading found; the log holds it, so that no row of it can be changed unseen."""
    return codec.sha256(codec.canonical(found))


def dump(value: object) -> str:
    """A JSON value as columns keep it: canonical, so that the same value is the same characters."""
    return codec.canonical(value).decode("utf-8", "surrogatepass")


def load(content: str) -> Json:
    """A JSON value from its column."""
    return dict(json.loads(content))
