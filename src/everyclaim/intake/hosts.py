"""What is remembered of hosts: their robots.txt, and when they were visited, so that none is pressed.

Where it stands: one for each run of the program, held by `Options`; `links.py` asks it before every host.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from everyclaim.intake.robots import Rules

INTERVAL = 2.0
"""Seconds between two documents of one host: what polite crawlers leave (Wget's manual advises it), and no burden to
somebody who reads a dozen links."""

LONGEST_REST = 6 * 3600.0
"""Seconds for which a host is left alone that asks for more: who follows feeds looks again anyway."""

_KEPT = 24 * 3600.0
"""Seconds for which a robots.txt counts; RFC 9309 allows a day."""


@dataclass(slots=True)
class Hosts:
    """The hosts that this run has visited.

    Args:
        interval: the fewest seconds between two visits; a site's Crawl-delay may ask for more.
        clock: tells seconds that only grow.
        sleep: waits for seconds.
    """

    interval: float = INTERVAL
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, tuple[float, Rules]] = field(default_factory=dict, repr=False)
    _left: dict[str, float] = field(default_factory=dict, repr=False)
    _resting: dict[str, float] = field(default_factory=dict, repr=False)

    def rules(self, origin: str, read: Callable[[], Rules]) -> Rules:
        """What the site of an origin asks; read once a day."""
        known = self._rules.get(origin)
        if known is None or self.clock() - known[0] > _KEPT:
            known = self._rules[origin] = (self.clock(), read())
        return known[1]

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds."""
        self._resting[host] = self.clock() + min(seconds, LONGEST_REST)

    def resting(self, host: str) -> float:
        """For how many seconds a host is still left alone."""
        return max(0.0, self._resting.get(host, float("-inf")) - self.clock())

    def wait(self, host: str, delay: float) -> float:
        """Wait until a host may be visited again, and note the visit; return the seconds waited."""
        since = self.clock() - self._left.get(host, float("-inf"))
        rest = max(0.0, max(self.interval, delay) - since)
        if rest:
            self.sleep(rest)
        self._left[host] = self.clock()
        return rest
