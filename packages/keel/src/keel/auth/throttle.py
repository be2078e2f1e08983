"""The throttle: guessing is slow, and the owner elsewhere is never locked out.

Tries are counted for an account *from one address*, and for an address over all accounts; never
for an account alone, or a stranger could lock its owner out. Counted in this process.
Source: NIST SP 800-63B-4 section 3.2.2; OWASP ASVS 5.0 requirement 6.3.1.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Literal

from keel.problems import TooManyRequests

WINDOW_S = 900
MAX_KEYS = 100_000

Key = tuple[str, ...]
Deed = Literal["password", "mail", "token"]
"""What is tried: a password, to get a mail sent, a token out of a mail."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Tries in one window; `per_account` is of one account from one address."""

    per_account: int
    per_address: int


LIMITS: dict[Deed, Limit] = {
    "password": Limit(per_account=10, per_address=100),
    "mail": Limit(per_account=5, per_address=50),
    "token": Limit(per_account=50, per_address=50),
}


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

    async def admit(self, deed: Deed, account: str, address: str) -> None:
        """Count a try before it is evaluated, so that many at once count as many.

        Raises:
            TooManyRequests: There were too many; `Retry-After` says when to come back.
        """
        source, limit = source_of(address), LIMITS[deed]
        windows = [
            self._open((deed, source), limit.per_address),
            self._open((deed, account, source), limit.per_account),
        ]
        for window in windows:
            window.tries += 1

    async def forgive(self, deed: Deed, account: str, address: str) -> None:
        """Take back what a right try counted, and the wrong ones before it for this account."""
        source = source_of(address)
        self._windows.pop((deed, account, source), None)
        if alone := self._windows.get((deed, source)):
            alone.tries -= 1

    def forget_all(self) -> None:
        """Begin anew; for tests."""
        self._windows.clear()

    def _open(self, key: Key, limit: int) -> _Window:
        self._drop_old()
        window = self._windows.setdefault(key, _Window(self._clock() + WINDOW_S))
        if window.tries < limit:
            return window
        wait_s = math.ceil(window.ends - self._clock())
        raise TooManyRequests(
            f"Too many tries; the next one is possible in {wait_s} seconds.",
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
