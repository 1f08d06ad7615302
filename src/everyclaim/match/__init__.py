"""From the happenings of many reports to incidents: `match`, `allot`, and what they take and give.

Where it stands: between reading and assessing. Pure functions over model types; they see no case, no settings and no
other stage. What joined and what was kept apart is told with reasons (`Join`, `Refusal`).
"""

from everyclaim.match.ids import Allotted, Group, allot
from everyclaim.match.matching import match
from everyclaim.match.options import Options
from everyclaim.match.told import Join, Matching, Refusal, Told

__all__ = ["Allotted", "Group", "Join", "Matching", "Options", "Refusal", "Told", "allot", "match"]
