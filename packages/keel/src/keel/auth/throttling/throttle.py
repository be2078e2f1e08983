"""Tries are counted for an account *from one address*, and for an address over all accounts.

Never for an account alone, or a stranger could lock its owner out; but for codes of a second
factor, which only who has the password tries.
"""

import math
from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol

from keel.auth.throttling.limits import Deed, Limit
from keel.auth.throttling.source import source_of
from keel.problems import TooManyRequests

WINDOW_S = 900


class Windows(Protocol):
    """Counts in windows of `WINDOW_S` seconds from the first try, of one process or of all."""

    async def add(self, key: str) -> tuple[int, float]:
        """Count a try; returns how many there were with it, and the seconds until none counts."""
        ...

    async def take_back(self, key: str) -> None:
        """Count one try less."""
        ...

    async def clear(self, key: str) -> None:
        """Count anew."""
        ...

    async def close(self) -> None:
        """Let go of what counting holds."""
        ...


class Throttle:
    """Lets so many tries in, and says of the others when to come back."""

    def __init__(self, windows: Windows, limits: Mapping[Deed, Limit]) -> None:
        self.windows = windows
        self._limits = limits

    async def admit(self, deed: Deed, account: str, address: str) -> None:
        """Count a try before it is evaluated, so that many at once count as many.

        Raises:
            TooManyRequests: There were too many; `Retry-After` says when to come back.
        """
        limit, (alone, together) = self._limits[deed], self._keys(deed, account, address)
        for key, most in ((together, limit.per_address), (alone, limit.per_account)):
            tries, wait_s = await self.windows.add(key)
            if tries > most:
                raise _told_to_wait(math.ceil(wait_s))

    async def forgive(self, deed: Deed, account: str, address: str) -> None:
        """Take back what a right try counted, and the wrong ones before it for this account."""
        alone, together = self._keys(deed, account, address)
        await self.windows.clear(alone)
        await self.windows.take_back(together)

    async def close(self) -> None:
        """Let go of what counting holds."""
        await self.windows.close()

    def _keys(self, deed: Deed, account: str, address: str) -> tuple[str, str]:
        """What is counted: the account, and the source; no address of mail is kept."""
        source = source_of(address)
        named = sha256(account.encode(errors="replace")).hexdigest()
        place = "anywhere" if self._limits[deed].from_anywhere else source
        return f"{deed}:{place}:{named}", f"{deed}:{source}"


def _told_to_wait(wait_s: int) -> TooManyRequests:
    return TooManyRequests(
        f"Too many tries; the next one is possible in {wait_s} seconds.",
        headers={"Retry-After": str(max(wait_s, 1))},
    )
