"""Load: connections that ask the same thing again as soon as they are answered.

Needs nothing but Python, so that everybody can run it. It costs less than any server here does.
"""

import asyncio
from dataclasses import dataclass, field
from statistics import quantiles
from time import perf_counter
from typing import cast

HEAD_ENDS = b"\r\n\r\n"
LENGTH = b"content-length:"
REFUSAL = 400


@dataclass(slots=True)
class Load:
    """What came of a load.

    Attributes:
        took_s: Seconds that each answered request took.
        seconds: How long it went on.
        statuses: How often each status was answered.
        lost: Connections that ended without an answer.
    """

    took_s: list[float] = field(default_factory=list)
    seconds: float = 0
    statuses: dict[int, int] = field(default_factory=dict)
    lost: int = 0

    @property
    def refused(self) -> int:
        """How often the answer was a refusal."""
        return sum(count for status, count in self.statuses.items() if status >= REFUSAL)

    def percentile_ms(self, percent: int) -> float:
        """Milliseconds within which so many percent of the accepted were answered."""
        return 1000 * quantiles(self.took_s, n=100)[percent - 1]


class _Caller(asyncio.Protocol):
    """One connection."""

    def __init__(self, request: bytes, load: Load, end: float) -> None:
        self._request = request
        self._load = load
        self._end = end
        self._read = b""
        self._started = 0.0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, ends, body = self._read.partition(HEAD_ENDS)
        if not ends or len(body) < _length(head):
            return
        moment = perf_counter()
        status = int(head[9:12])
        self._load.statuses[status] = self._load.statuses.get(status, 0) + 1
        if status < REFUSAL:
            self._load.took_s.append(moment - self._started)
        self._read = b""
        if moment < self._end:
            self._ask()
        else:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        if perf_counter() < self._end:
            self._load.lost += 1
        if not self.done.done():
            self.done.set_result(None)

    def _ask(self) -> None:
        self._started = perf_counter()
        self._transport.write(self._request)


async def load(port: int, request: bytes, *, connections: int, seconds: float) -> Load:
    """Ask a server on this machine for so long on so many connections."""
    loop, result = asyncio.get_running_loop(), Load()
    started = perf_counter()
    callers = [
        await loop.create_connection(
            lambda: _Caller(request, result, started + seconds), "127.0.0.1", port
        )
        for _ in range(connections)
    ]
    await asyncio.gather(*(caller.done for _, caller in callers))
    result.seconds = perf_counter() - started
    return result


async def ask(port: int, request: bytes) -> tuple[int, bytes]:
    """Status and body of one answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = await reader.readuntil(HEAD_ENDS)
    body = await reader.readexactly(_length(head))
    writer.close()
    return int(head[9:12]), body


def _length(head: bytes) -> int:
    lower = head.lower()
    place = lower.find(LENGTH)
    if place < 0:
        return 0
    return int(lower[place + len(LENGTH) :].split(b"\r\n", 1)[0])
