"""What every test stands on: the network is shut, and Hypothesis draws the same examples each time.

`EVERYCLAIM_SLOW=1` (set by `make check`) runs the slow proofs whole: more examples, and all bundled texts.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import enable_socket, socket_allow_hosts

SLOW = bool(os.environ.get("EVERYCLAIM_SLOW"))

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("seeded", deadline=None, derandomize=True, max_examples=50, suppress_health_check=_CALM)
settings.register_profile("slow", deadline=None, max_examples=1000, print_blob=True, suppress_health_check=_CALM)
settings.load_profile("slow" if SLOW else "seeded")


@pytest.fixture(autouse=True)
def _shut_network() -> Iterator[None]:
    """Refuse every address but this machine's own, where tests of links run a server."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    yield
    enable_socket()
