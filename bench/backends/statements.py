"""How many statements a server sends: a proxy before Postgres that counts them.

Source: https://www.postgresql.org/docs/current/protocol-message-formats.html.
"""

import asyncio
from contextlib import suppress

RUNS = (b"Q", b"E")  # a simple query, and the execution of a prepared one
NO_TYPE = 80877103  # a request for TLS, which like the start has no letter before its length


class Counter:
    """Counts the statements of all connections that go through it."""

    def __init__(self) -> None:
        self.count = 0
        self.port = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen on a free port of this machine."""
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]

    async def _connect(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        there, forth = await asyncio.open_connection("127.0.0.1", 5432)
        tasks = [
            asyncio.ensure_future(self._counted(here, forth)),
            asyncio.ensure_future(_passed(there, back)),
        ]
        self._tasks.update(tasks)

    async def _counted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, OSError):
            started = False
            while not started:
                length = await reader.readexactly(4)
                rest = await reader.readexactly(int.from_bytes(length) - 4)
                started = int.from_bytes(rest[:4]) != NO_TYPE
                writer.write(length + rest)
            while True:
                head = await reader.readexactly(5)
                rest = await reader.readexactly(int.from_bytes(head[1:]) - 4)
                self.count += head[:1] in RUNS
                writer.write(head + rest)
        writer.close()


async def _passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
    writer.close()
