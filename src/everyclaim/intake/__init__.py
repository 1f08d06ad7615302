"""From a link or file to an archived report. The only stage that sees the network (docs/reference/commands.md)."""

from everyclaim.intake.captures import Capture, capture_at, find_capture
from everyclaim.intake.entries import Entry, Listing, is_link, list_entries, mark_of
from everyclaim.intake.locate import Location, locate
from everyclaim.intake.options import Options
from everyclaim.intake.take import PassedOver, Refused, Taken, take

__all__ = [
    "Capture",
    "Entry",
    "Listing",
    "Location",
    "Options",
    "PassedOver",
    "Refused",
    "Taken",
    "capture_at",
    "find_capture",
    "is_link",
    "list_entries",
    "locate",
    "mark_of",
    "take",
]
