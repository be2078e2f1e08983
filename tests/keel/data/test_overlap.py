"""No two rows at one time: the service says so on both databases, and Postgres by itself."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from keel.access import Caller
from keel.data import Database, Model, NoOverlap, now
from keel.problems import Conflict, Problem
from sqlalchemy import MetaData, insert
from sqlalchemy.orm import registry

from tests.extensions import need_btree_gist
from tests.keel.data.conftest import execute
from tests.keel.data.hotel import Door, Hotel, Stay, StayBody, Stays, StayService, Use, tables

pytestmark = pytest.mark.anyio

HERE, THERE = UUID(int=11), UUID(int=12)
ADA = Caller(id=UUID(int=1), tenant_id=HERE)
WAITING = (
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def day(number: int) -> date:
    return date(2026, 3, number)


def stay(**values: Any) -> Stay:
    """A stay in room 1 from the 10th to the 20th, unless said otherwise."""
    usual = {"hotel_id": HERE, "room": "1", "first": day(10), "last": day(20)}
    return Stay(**(usual | values))


BODY = StayBody(room="1", first=day(10), last=day(20))
OVERLAPPING: list[dict[str, Any]] = [
    {},
    {"first": day(1), "last": day(11)},
    {"first": day(19), "last": day(25)},
    {"first": day(12), "last": day(13)},
    {"first": day(1), "last": day(30)},
    {"first": None, "last": day(11)},
    {"first": day(19), "last": None},
    {"first": None, "last": None},
]
BESIDE: list[dict[str, Any]] = [
    {"first": day(20), "last": day(25)},
    {"first": day(1), "last": day(10)},
    {"first": None, "last": day(10)},
    {"first": day(20), "last": None},
    {"room": "2"},
    {"is_sure": False},
    {"hotel_id": THERE},
    {"deleted_at": now()},
]


async def opened(url: str) -> Database:
    """Two hotels, and nobody in them."""
    await asyncio.to_thread(need_btree_gist, url)
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    async with database.transaction() as session:
        session.add_all([Hotel(id=HERE), Hotel(id=THERE)])
    return database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await opened(database_url)
    yield database
    await database.close()


@pytest.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    database = await opened(postgres_url)
    yield database
    await database.close()


async def store(database: Database, *rows: Model) -> Problem | None:
    """Why rows are not stored, if they are not, by who goes past the service."""
    try:
        async with database.transaction() as session:
            session.add_all(rows)
    except Problem as problem:
        return problem
    return None


async def book(database: Database, **values: Any) -> Problem | None:
    """The same of a stay by the service."""
    try:
        async with database.transaction() as session:
            await StayService(Stays(session, ADA)).create(BODY.model_copy(update=values))
    except Problem as problem:
        return problem
    return None


def told(problem: Problem | None) -> object:
    return problem and (type(problem), str(problem), problem.errors)


@pytest.mark.parametrize("other", OVERLAPPING)
async def test_postgres_refuses_what_the_service_does_in_its_words(
    postgres: Database, other: dict[str, Any]
) -> None:
    assert await store(postgres, stay()) is None
    by_itself = await store(postgres, stay(**other))
    assert isinstance(by_itself, Conflict)
    assert [error.field for error in by_itself.errors] == ["body.first", "body.last"]
    assert told(by_itself) == told(await book(postgres, **other))


@pytest.mark.parametrize("other", BESIDE)
async def test_what_does_not_overlap_is_stored(database: Database, other: dict[str, Any]) -> None:
    assert await store(database, stay()) is None
    assert await store(database, stay(**other)) is None


async def test_what_is_in_no_room_is_in_nobodys_way(database: Database) -> None:
    assert await store(database, stay(room=None), stay(room=None)) is None
    assert await book(database, room=None) is None


async def test_sqlite_leaves_it_to_the_service(sqlite_url: str) -> None:
    database = await opened(sqlite_url)
    assert await store(database, stay(), stay()) is None
    assert isinstance(await book(database), Conflict)
    await database.close()


async def test_moments_are_compared_whatever_their_offset(postgres: Database) -> None:
    noon = datetime.fromisoformat("2026-03-02T12:00:00+00:00")
    one = datetime.fromisoformat("2026-03-02T14:00:00+01:00")
    two = datetime.fromisoformat("2026-03-02T14:00:00+00:00")
    assert await store(postgres, Door(since=noon, end=one)) is None
    assert await store(postgres, Door(since=one, end=two)) is None
    problem = await store(postgres, Door(since=noon, end=two))
    assert isinstance(problem, Conflict)
    assert [error.field for error in problem.errors] == ["body.since", "body.end"]
    assert await store(postgres, Door(since=noon, end=two, use=Use.SHUT)) is None


async def test_sql_is_refused_as_well(postgres: Database) -> None:
    await store(postgres, stay(), stay(room="2"))
    with pytest.raises(Conflict, match="overlaps"):
        async with postgres.transaction() as session:
            await execute(session, "UPDATE stays SET room = '1'")


async def test_many_rows_in_one_statement_are_refused_as_well(postgres: Database) -> None:
    rows = [stay().model_dump() for _ in range(2)]
    with pytest.raises(Conflict, match="overlaps"):
        async with postgres.transaction() as session:
            await (await session.connection()).execute(insert(Stay), rows)


async def test_of_two_who_store_the_second_waits_for_the_first(postgres: Database) -> None:
    async with postgres.transaction() as session:
        session.add(stay())
        await session.flush()
        second = asyncio.create_task(store(postgres, stay()))
        done, _ = await asyncio.wait({second}, timeout=0.2)
        assert not done
    assert isinstance(await second, Conflict)


async def test_of_many_who_book_at_once_one_gets_in_and_the_others_hear_why(
    database: Database,
) -> None:
    for room in ("a", "b", "c"):
        made = await asyncio.gather(*(book(database, room=room) for _ in range(10)))
        assert made.count(None) == 1
        assert sum(isinstance(each, Conflict) for each in made) == 9


async def test_who_books_waits_before_storing_so_that_no_two_wait_for_each_other(
    postgres: Database,
) -> None:
    async with postgres.transaction() as session:
        await StayService(Stays(session, ADA)).create(BODY)
        second = asyncio.create_task(book(postgres))
        async with asyncio.timeout(10):
            while not await execute(session, WAITING):  # noqa: ASYNC110 - nobody tells of it
                await asyncio.sleep(0.01)
    assert isinstance(await second, Conflict)


async def test_of_two_that_are_restored_at_once_one_comes_back(database: Database) -> None:
    rows = [stay(deleted_at=now()) for _ in range(4)]
    ids = [row.id for row in rows]
    await store(database, *rows)

    async def restore(row_id: UUID) -> Problem | None:
        try:
            async with database.transaction() as session:
                await StayService(Stays(session, ADA)).restore(row_id)
        except Problem as problem:
            return problem
        return None

    made = await asyncio.gather(*map(restore, ids))
    assert made.count(None) == 1
    assert sum(isinstance(each, Conflict) for each in made) == 3


async def test_only_dates_and_datetimes_are_kept_apart() -> None:
    class Alone(Model, registry=registry(metadata=MetaData())):
        """A table that no other test makes."""

    with pytest.raises(TypeError, match="`opens` and `shuts` of shops are no two dates"):

        class Shop(Alone, table=True):
            __tablename__ = "shops"
            rules = (NoOverlap("opens", "shuts"),)

            opens: time
            shuts: time
