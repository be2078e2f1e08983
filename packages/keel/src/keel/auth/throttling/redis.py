"""Counts that all processes share, in Redis.

While Redis does not answer, each process counts by itself: tries stay bounded, and nobody waits.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from limits.aio.storage import RedisStorage
from limits.errors import StorageError
from redis.asyncio import ConnectionPool

from keel.auth.throttling.memory import MemoryWindows
from keel.auth.throttling.throttle import WINDOW_S

PATIENCE_S = 0.05
PAUSE_S = 5.0

T = TypeVar("T")

_log = logging.getLogger(__name__)


class RedisWindows:
    """Windows in Redis.

    Args:
        url: `redis://host:6379/0`, or `rediss://…` for TLS.
        patience_s: How long a count may take before each process counts by itself.
    """

    def __init__(self, url: str, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._connections = ConnectionPool.from_url(url)  # pyright: ignore[reportUnknownMemberType] - kwargs
        # The URI's first part is how `limits` finds what speaks to Redis.
        self._redis = RedisStorage(
            f"async+{url}",
            wrap_exceptions=True,
            implementation="redispy",
            key_prefix="keel",
            # Documented, and left out of the annotation of its options.
            connection_pool=self._connections,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        )
        self._alone = MemoryWindows()
        self._rests_until = 0.0

    async def add(self, key: str) -> tuple[int, float]:
        """Count a try; returns how many there were with it, and the seconds until none counts."""

        async def count() -> tuple[int, float]:
            tries = await self._redis.incr(key, WINDOW_S)
            return tries, await self._redis.get_expiry(key) - time.time()

        return await self._asked(count, lambda: self._alone.add(key))

    async def take_back(self, key: str) -> None:
        """Count one try less."""

        async def less() -> None:
            await self._redis.incr(key, WINDOW_S, -1)

        await self._asked(less, lambda: self._alone.take_back(key))

    async def clear(self, key: str) -> None:
        """Count anew."""
        await self._asked(lambda: self._redis.clear(key), lambda: self._alone.clear(key))

    async def close(self) -> None:
        """Close its connections."""
        await self._connections.aclose()

    async def _asked(
        self, ask: Callable[[], Awaitable[T]], instead: Callable[[], Awaitable[T]]
    ) -> T:
        if time.monotonic() >= self._rests_until:
            try:
                async with asyncio.timeout(self._patience_s):
                    return await ask()
            except (StorageError, TimeoutError) as error:
                _log.warning("throttle_without_redis", extra={"reason": type(error).__name__})
                self._rests_until = time.monotonic() + PAUSE_S
        return await instead()
