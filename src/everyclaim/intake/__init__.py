"""From a link or file to an archived report. The only stage that sees the network (docs/reference/commands.md)."""

from everyclaim.intake.captures import Capture, find_capture
from everyclaim.intake.locate import Location, locate
from everyclaim.intake.options import Options
from everyclaim.intake.take import PassedOver, Refused, Taken, take

__all__ = [
    "Capture",
    "Location",
    "Options",
    "PassedOver",
    "Refused",
    "Taken",
    "find_capture",
    "locate",
    "take",
]
