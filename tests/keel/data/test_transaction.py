"""One transaction for each request."""

import asyncio
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from httpx2 import ASGITransport, AsyncClient
from keel.data import Database, Session
from keel.problems import Forbidden
from sqlmodel import func, select
from starlette.types import Message, Receive, Scope, Send

from tests.keel.data.conftest import Shop, checked_out
from tests.keel.data.shop import Shelf, make_app, statements

pytestmark = pytest.mark.anyio


async def count(database: Database) -> int:
    async with database.transaction(reading=True) as session:
        return (await session.exec(select(func.count()).select_from(Shelf))).one()


def make_doors(database: Database) -> FastAPI:
    """The shop with doors that add shelves without a service."""
    app = make_app(database)

    async def same_session(session: Session) -> int:
        return id(session)

    async def add(session: Session) -> None:
        session.add(Shelf(name="x"))

    async def add_twice(session: Session) -> None:
        session.add_all([Shelf(name="x"), Shelf(name="x")])

    async def idle(_session: Session) -> int:
        return checked_out(database)

    async def share(session: Session, other: Annotated[int, Depends(same_session)]) -> bool:
        return id(session) == other

    for method, door in (("POST", add), ("POST", add_twice), ("GET", idle), ("GET", share)):
        app.add_api_route(f"/{door.__name__}", door, methods=[method])
    return app


async def call(app: object, method: str, path: str) -> tuple[int, object]:
    transport = ASGITransport(app)  # type: ignore[arg-type]
    async with AsyncClient(transport=transport, base_url="http://shop") as client:
        answer = await client.request(method, path)
    return answer.status_code, answer.json()


async def test_what_is_answered_is_committed_already(database: Database) -> None:
    app, seen = make_doors(database), list[int]()

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        async def count_and_send(message: Message) -> None:
            seen.append(await count(database))
            await send(message)

        await app(scope, receive, count_and_send)

    assert (await call(watched, "POST", "/add"))[0] == 200
    assert seen == [1, 1]


async def test_a_conflict_at_commit_is_answered_as_one(database: Database) -> None:
    assert (await call(make_doors(database), "POST", "/add_twice"))[0] == 409
    assert await count(database) == 0


async def test_a_request_without_a_statement_takes_no_connection(database: Database) -> None:
    assert await call(make_doors(database), "GET", "/idle") == (200, 0)


async def test_the_whole_request_shares_one_session(database: Database) -> None:
    assert await call(make_doors(database), "GET", "/share") == (200, True)


@pytest.mark.parametrize("failure", [Forbidden, RuntimeError, asyncio.CancelledError])
async def test_what_fails_leaves_nothing_behind(
    database: Database, failure: type[BaseException]
) -> None:
    async def write_and_fail() -> None:
        async with database.transaction() as session:
            session.add(Shelf(name="x"))
            await session.flush()
            raise failure

    with pytest.raises(failure):
        await write_and_fail()
    assert await count(database) == 0


async def test_a_request_that_is_cancelled_leaves_nothing_behind(database: Database) -> None:
    entered = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.transaction() as session:
            session.add(Shelf(name="x"))
            await session.flush()
            entered.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write_and_wait())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await count(database) == 0
    assert checked_out(database) == 0


async def test_writers_wait_for_each_other(database: Database) -> None:
    async def add(number: int) -> None:
        async with database.transaction() as session:
            found = (await session.exec(select(func.count()).select_from(Shelf))).one()
            await asyncio.sleep(0.01)
            session.add(Shelf(name=f"{number} after {found}"))

    await asyncio.gather(*(add(number) for number in range(8)))
    assert await count(database) == 8


async def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    async with database.transaction() as session:
        session.add(Shelf(name="x"))
        await session.flush()
        assert await asyncio.wait_for(count(database), timeout=1) == 0


async def test_a_row_is_locked_while_it_is_changed(shop: Shop) -> None:
    shelf = (await shop.editor.post("/shelves", json={"name": "x"})).json()["id"]
    with statements(shop.database) as found:
        await shop.editor.patch(f"/shelves/{shelf}", json={"name": "y"})
    if shop.database.engine.dialect.name == "postgresql":
        assert found[0].endswith("FOR NO KEY UPDATE")
