"""How the cost of a request grows: `python bench/backends/growth.py`, in minutes.

With the rows of a list, the place of a page in it, and the number of routes. What grows should be
the work, and nothing else.
"""

import asyncio
import json
import secrets
from argparse import ArgumentParser
from statistics import median

import asyncpg
import database
from load import REFUSAL, ask, load
from servers import BUILT, ENVIRONMENTS, Built, Server

CONNECTIONS = 8
ROUNDS = 3
ROUND_S = 1.5
PAGE = 100

ENTRY = """
  Entry{n}:
    fields: {{title: str 1..80}}
    access: {{read: anyone}}
    list: {{sort: [title], page: 20..100{cursor}}}
"""
FILL = """
    INSERT INTO {table} (id, created_at, updated_at, title)
    SELECT (lpad(to_hex(n), 12, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      '2026-01-01Z', '2026-01-01Z', 'Entry ' || n FROM generate_series(1, $1::int) n
"""


class Narrow(Built):
    """A backend with so many resources, the last two of which are asked.

    One has its pages by cursor, and one by offset.
    """

    resources = 2

    @property
    def page(self) -> str:
        """Its blueprint."""
        cursors = ["" for _ in range(self.resources - 1)] + [", cursor: true"]
        entries = (ENTRY.format(n=n, cursor=cursor) for n, cursor in enumerate(cursors, 1))
        return "backend: Market\nresources:" + "".join(entries)


class Wide(Narrow):
    """The same, behind 198 other resources."""

    resources = 200


async def cost_us(server: Server, path: str) -> float:
    """CPU of the server for a request, in microseconds: the median of a few rounds."""
    found: list[float] = []
    for _ in range(ROUNDS + 1):  # the first one warms up
        before = server.cpu_s
        loaded = await load(
            server.port, request(server, path), connections=CONNECTIONS, seconds=ROUND_S
        )
        found.append(1e6 * (server.cpu_s - before) / len(loaded.took_s))
    return median(found[1:])


def request(server: Server, path: str) -> bytes:
    """The request for a path."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()


async def cursor_at(server: Server, path: str, row: int) -> str:
    """The cursor of the page that begins behind so many rows."""
    cursor = ""
    for _ in range(row // PAGE):
        status, body = await ask(server.port, request(server, f"{path}?limit={PAGE}{cursor}"))
        if status >= REFUSAL:
            raise SystemExit(f"{path}: {status} {body!r}")
        cursor = f"&cursor={json.loads(body)['next']}"
    return cursor


async def measure(contender: Narrow, rows: int) -> dict[str, float]:
    """What each request costs a backend."""
    url = await database.make(contender.folder)
    last, before = contender.resources, contender.resources - 1
    connection = await asyncpg.connect(url)
    for number in (before, last):
        await connection.execute(FILL.format(table=f"entry{number}s"), rows)
    await connection.execute("VACUUM ANALYZE")
    one = await connection.fetchval(f"SELECT max(id::text) FROM entry{last}s")  # noqa: S608
    await connection.close()
    by_cursor, by_offset = f"/entry{last}s", f"/entry{before}s"
    with Server(contender, url, secrets.token_urlsafe(48)) as server:
        deep = await cursor_at(server, by_cursor, rows // 2)
        paths = {
            "one row": f"{by_cursor}/{one}",
            "the first page, by cursor": f"{by_cursor}?limit=20",
            "a page in the middle, by cursor": f"{by_cursor}?limit=20{deep}",
            "a page in the middle, from its end": f"{by_cursor}?limit=20&sort=created_at",
            "the first page, by offset, with its total": f"{by_offset}?limit=20",
        }
        return {name: await cost_us(server, path) for name, path in paths.items()}


def say(line: str) -> None:
    """Print a line."""
    print(line)  # noqa: T201 - what it is for


async def main(rows: int) -> None:
    """Measure and print."""
    ENVIRONMENTS.mkdir(exist_ok=True)
    narrow = await measure(Narrow("narrow", "growth", BUILT), rows)
    wide = await measure(Wide("wide", "growth_wide", BUILT), rows)
    few = await measure(Narrow("narrow", "growth_few", BUILT), rows // 100)
    sizes = f"{rows:,} rows | {rows // 100:,} rows"
    say(f"| CPU of the server, µs a request | {sizes} | {rows:,} rows, 200 resources |")
    say("|---|---|---|---|")
    for name, cost in narrow.items():
        say(f"| {name} | {cost:,.0f} | {few[name]:,.0f} | {wide[name]:,.0f} |")


if __name__ == "__main__":
    parser = ArgumentParser(prog="bench/backends/growth.py", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of each list")
    asyncio.run(main(parser.parse_args().rows))
