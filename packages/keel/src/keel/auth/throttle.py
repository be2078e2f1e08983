"""The throttle of sign-in: guessing is slow, and the owner elsewhere is never locked out.

Wrong tries are counted for an account *from one address*, and for an address over all accounts;
never for an account alone, or a stranger could lock its owner out. Counted in this process.
Source: NIST SP 800-63B-4 section 3.2.2; OWASP ASVS 5.0 requirement 6.3.1.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address

from keel.problems import TooManyRequests

WINDOW_S = 900
TRIES_PER_ACCOUNT = 10
TRIES_PER_ADDRESS = 100
MAX_KEYS = 100_000

Key = tuple[str, ...]


@dataclass(slots=True)
class _Window:
    ends: float
    tries: int = 0


class Throttle:
    """Counts tries in windows of `WINDOW_S` seconds from the first one.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: OrderedDict[Key, _Window] = OrderedDict()

    def admit(self, account: str, address: str) -> None:
        """Count a try before it is evaluated, so that many at once count as many.

        Raises:
            TooManyRequests: There were too many wrong ones; `Retry-After` says when to come back.
        """
        source = source_of(address)
        windows = [
            self._open((source,), TRIES_PER_ADDRESS),
            self._open((account, source), TRIES_PER_ACCOUNT),
        ]
        for window in windows:
            window.tries += 1

    def forgive(self, account: str, address: str) -> None:
        """Take back what a right try counted, and the wrong ones before it for this account."""
        source = source_of(address)
        self._windows.pop((account, source), None)
        if alone := self._windows.get((source,)):
            alone.tries -= 1

    def _open(self, key: Key, limit: int) -> _Window:
        self._drop_old()
        window = self._windows.setdefault(key, _Window(self._clock() + WINDOW_S))
        if window.tries < limit:
            return window
        wait_s = math.ceil(window.ends - self._clock())
        raise TooManyRequests(
            f"Too many wrong tries; the next one is possible in {wait_s} seconds.",
            headers={"Retry-After": str(wait_s)},
        )

    def _drop_old(self) -> None:
        # All windows are equally long, so the first ones made are the first to end.
        while self._windows:
            oldest = next(iter(self._windows.values()))
            if oldest.ends > self._clock() and len(self._windows) < MAX_KEYS:
                return
            self._windows.popitem(last=False)


def source_of(address: str) -> str:
    """Who is behind an address; a person holds a whole /64 of IPv6 (RFC 6177)."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and not parsed.ipv4_mapped:
        return str(IPv6Network((parsed, 64), strict=False))
    return address
