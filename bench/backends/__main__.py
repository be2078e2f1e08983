"""What a request costs a built backend, and what it costs others: `make bench-backends`.

Every contender has the same tables, rows and pool, and gives the same answers, which is checked
first. What is compared is the CPU time that a server's own processes use for a request: it holds on
a machine that others use too, as wall time does not.
"""

import asyncio
import json
import secrets
import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from contextlib import ExitStack
from statistics import median
from urllib.parse import urlencode

import database
import overload
import table
from load import REFUSAL, Load, ask, load
from servers import BUILT_BACKEND, CONTENDERS, ENVIRONMENTS, Built, Contender, Server
from statements import Counter
from work import WORKS, Work, said

CONNECTIONS = 32
ASKED = 20


class Race:
    """Contenders side by side, on one database."""

    def __init__(self, wanted: Namespace) -> None:
        self.wanted = wanted
        self.works = [work for work in WORKS if work.name in (wanted.works or work.name)]
        self.contenders = [
            each for each in CONTENDERS if not wanted.only or each.module in wanted.only
        ]
        self.key = secrets.token_urlsafe(48)
        self.url = ""
        self.tokens: dict[tuple[bool, bool], str] = {}

    async def run(self) -> None:
        """Measure and print."""
        ENVIRONMENTS.mkdir(exist_ok=True)
        await self._prepare()
        statements = {
            each: await self._statements(each)
            for each in self.contenders
            if not self.wanted.overload
        }
        with ExitStack() as running:
            servers = [
                running.enter_context(Server(each, self.url, self.key)) for each in self.contenders
            ]
            await self._check(servers)
            if self.wanted.overload:
                await self._overload(servers)
                return
            costs, loads = await self._measure(servers)
            memory = {server.contender: server.memory_mb for server in servers}
        table.show(self.works, costs, statements, memory, loads)

    async def _prepare(self) -> None:
        self.url = await database.make(BUILT_BACKEND.folder)
        with Server(BUILT_BACKEND, self.url, self.key) as server:
            await self._enrol(server)

    async def _enrol(self, server: Server) -> None:
        """Let the accounts sign in at the built backend, whose tables these are."""
        for email in database.EMAILS:
            database.enrol(BUILT_BACKEND.folder, self.url, email)
        self.accounts = await database.fill(self.url)
        people = {False: self.accounts.reader, True: self.accounts.writer}
        for (writes, account), email in zip(people.items(), database.EMAILS, strict=True):
            form = urlencode({"username": email, "password": database.PASSWORD})
            kind = "application/x-www-form-urlencoded"
            signed_in = await _send(server.port, "/auth/sign-in", form, kind)
            self.tokens[True, writes] = json.loads(signed_in)["access_token"]
            self.tokens[False, writes] = database.token(self.key, account)

    def _request(self, server: Server, work: Work) -> bytes:
        token = self.tokens[isinstance(server.contender, Built), work.writes]
        return work.request(token, str(self.accounts.item), server.port)

    async def _statements(self, contender: Contender) -> dict[str, float]:
        """Statements for each request, once everything that is kept is there."""
        counter = Counter()
        await counter.start()
        through = self.url.replace(":5432", f":{counter.port}")
        found: dict[str, float] = {}
        with await asyncio.to_thread(Server, contender, through, self.key) as server:
            for work in self.works:
                request = self._request(server, work)
                for _ in range(2 * ASKED):
                    await ask(server.port, request)
                before = counter.count
                for _ in range(ASKED):
                    await ask(server.port, request)
                found[work.name] = (counter.count - before) / ASKED
        return found

    async def _check(self, servers: list[Server]) -> None:
        """Refuse contenders that do not answer the same."""
        for work in self.works:
            first = ""
            for server in servers:
                status, body = await ask(server.port, self._request(server, work))
                if status >= REFUSAL:
                    sys.exit(f"{work.name}: {server.contender.title} says {status} {body!r}")
                content = said(body, work)
                first = first or content
                if content != first:
                    sys.exit(f"{work.name}: {server.contender.title} says {content}, not {first}")

    async def _overload(self, servers: list[Server]) -> None:
        """Measure and print what each does with more connections than it can serve."""
        for work in self.works:
            table.begin_overload(work)
            for server in servers:
                found = await overload.measure(
                    server,
                    self._request(server, work),
                    rounds=self.wanted.rounds,
                    seconds=self.wanted.seconds,
                )
                table.show_overload(server.contender, found)

    async def _measure(
        self, servers: list[Server]
    ) -> tuple[dict[Contender, dict[str, float]], dict[Contender, dict[str, Load]]]:
        costs: dict[Contender, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        loads: dict[Contender, dict[str, Load]] = defaultdict(dict)
        for round_ in range(self.wanted.rounds + 1):  # the first one warms up
            for work in self.works:
                for server in servers:
                    before = server.cpu_s
                    result = await load(
                        server.port,
                        self._request(server, work),
                        connections=CONNECTIONS,
                        seconds=self.wanted.seconds if round_ else 1,
                    )
                    used = server.cpu_s - before
                    if result.refused:
                        table.say_refused(server.contender, work, result.refused)
                    if round_:
                        costs[server.contender][work.name].append(
                            1e6 * used / sum(result.statuses.values())
                        )
                        loads[server.contender][work.name] = result
                    if work.writes:
                        await database.forget_written(self.url, self.accounts)
        medians = {
            each: {name: median(found) for name, found in works.items()}
            for each, works in costs.items()
        }
        return medians, loads


async def _send(port: int, path: str, body: str, kind: str) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    status, answer = await ask(port, (head + body).encode())
    if status >= REFUSAL:
        sys.exit(f"{path}: {status} {answer!r}")
    return answer


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="bench/backends", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=2, help="how long each time")
    parser.add_argument("--only", nargs="+", help="contenders, by the names of their files")
    parser.add_argument("--overload", action="store_true", help="32, 128 and 512 connections")
    parser.add_argument("--works", nargs="+", help="W1 to W5")
    return parser.parse_args()


asyncio.run(Race(_arguments()).run())
