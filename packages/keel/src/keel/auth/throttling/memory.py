"""Counts of this process alone, bounded in memory."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from keel.auth.throttling.throttle import WINDOW_S

MAX_KEYS = 100_000


@dataclass(slots=True)
class _Window:
    ends: float
    tries: int = 0


class MemoryWindows:
    """Windows in the memory of one process.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: OrderedDict[str, _Window] = OrderedDict()

    async def add(self, key: str) -> tuple[int, float]:
        """Count a try; returns how many there were with it, and the seconds until none counts."""
        self._drop_old()
        window = self._windows.setdefault(key, _Window(self._clock() + WINDOW_S))
        window.tries += 1
        return window.tries, window.ends - self._clock()

    async def take_back(self, key: str) -> None:
        """Count one try less."""
        if window := self._windows.get(key):
            window.tries -= 1

    async def clear(self, key: str) -> None:
        """Count anew."""
        self._windows.pop(key, None)

    async def close(self) -> None:
        """Nothing is held."""

    def __len__(self) -> int:
        return len(self._windows)

    def _drop_old(self) -> None:
        # All windows are equally long, so the first ones made are the first to end.
        while self._windows:
            oldest = next(iter(self._windows.values()))
            if oldest.ends > self._clock() and len(self._windows) < MAX_KEYS:
                return
            self._windows.popitem(last=False)
