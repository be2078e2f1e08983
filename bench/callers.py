"""What it costs to know who calls, and what sign-ins cost others: `make bench`."""

import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "exemplar"))

from exemplar.users.models import User  # noqa: E402
from keel import Settings  # noqa: E402
from keel.access import Caller  # noqa: E402
from keel.auth.caller import current_caller  # noqa: E402
from keel.auth.passwords.hashing import hash_password  # noqa: E402
from keel.auth.standing.changes import Changes  # noqa: E402
from keel.auth.tokens.access_tokens import AccessTokens  # noqa: E402
from keel.data import Database  # noqa: E402
from measure import say  # noqa: E402
from sqlalchemy import event  # noqa: E402
from sqlmodel import SQLModel  # noqa: E402
from starlette.requests import Request  # noqa: E402

CALLS = 20_000
FIRST_CALLS = 2_000
SIGN_INS = 30


async def cpu_us(times: int, call: Callable[[int], Awaitable[object]]) -> float:
    """CPU microseconds of one call, on average."""
    begun = time.process_time()
    for number in range(times):
        await call(number)
    return (time.process_time() - begun) / times * 1e6


async def callers(folder: str) -> None:
    """Measures how a caller becomes known, and counts the statements of it."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{folder}/bench.db",
        secret_key=secrets.token_urlsafe(48),
    )
    database = Database(settings.database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.tables["auth_changes"].create)
    sent: list[str] = []
    event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda _db, _at, statement, *_: sent.append(statement),
    )
    tokens = AccessTokens(settings)
    state = SimpleNamespace(
        user=User,
        settings=settings,
        tokens=tokens,
        changes=Changes(database, 900),
        api_keys=None,
        client_tokens=None,
    )
    app = SimpleNamespace(state=state)
    session: Any = SimpleNamespace(info={})

    def request() -> Request:
        caller = Caller(uuid4(), "member", uuid4())
        token, _ = tokens.sign(caller, time.time() + 900)
        headers = [(b"authorization", f"Bearer {token}".encode())]
        return Request({"type": "http", "app": app, "headers": headers})

    each = [request() for _ in range(FIRST_CALLS)]
    await current_caller(each[0], session)
    first = await cpu_us(FIRST_CALLS, lambda number: current_caller(each[number], session))
    again = await cpu_us(CALLS, lambda number: current_caller(each[number % 100], session))
    say("a token's first verification, CPU", first, 500, "µs")
    say("a known token, verified and its caller known", again, 60, "µs")
    shared = ("BEGIN", "SELECT auth_changes")  # of all requests, every half second
    asked = [statement for statement in sent if not statement.startswith(shared)]
    say("statements of all these requests", len(asked), 1, "  ")
    await state.changes.close()
    await database.close()


async def longest_stall_ms() -> float:
    """How long the loop stands still while many passwords are hashed at once."""
    longest, last = 0.0, time.perf_counter()
    hashing = [asyncio.create_task(hash_password("seven-quiet-otters")) for _ in range(SIGN_INS)]
    while not all(task.done() for task in hashing):
        await asyncio.sleep(0.001)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    return longest * 1_000


def main() -> None:
    """Measures everything."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(callers(folder))
    say(
        "longest stall of the loop, 30 sign-ins at once", asyncio.run(longest_stall_ms()), 200, "ms"
    )


main()
