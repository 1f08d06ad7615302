"""From a report to mentions, claims and happenings: one step a file, run in the order that their needs allow."""

from everyclaim.read.run import Options, Reading, read

__all__ = ["Options", "Reading", "read"]
