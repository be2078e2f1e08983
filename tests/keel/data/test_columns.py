"""Columns of durations and lists, and columns that come together, on both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from keel.data import Database, DurationColumn, Model, Together, list_of, now, today
from keel.data.queries.filters import OPERATORS
from keel.problems import Invalid
from sqlalchemy import MetaData, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, col, func, select

pytestmark = pytest.mark.anyio

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Day(StrEnum):
    MONDAY = "monday"
    SUNDAY = "sunday"


class RoomModel(Model, registry=tables):
    """What the tables of these tests share."""


class Room(RoomModel, table=True):
    __tablename__ = "rooms"
    __table_args__ = (Together("latitude", "longitude"),)

    name: str = Field(max_length=20)
    opens: time = time(9)
    visit: timedelta | None = Field(default=None, sa_type=DurationColumn)
    labels: list[str] | None = Field(default=None, sa_type=list_of(str))
    closed_on: list[date] = Field(default=[], sa_type=list_of(date))
    numbers: list[int] = Field(default=[], sa_type=list_of(int))
    keys: list[UUID] = Field(default=[], sa_type=list_of(UUID))
    days: list[Day] = Field(default=[], sa_type=list_of(Day))
    latitude: float | None = None
    longitude: float | None = None


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    yield database
    await database.close()


async def add(database: Database, *rooms: Room) -> None:
    async with database.transaction() as session:
        session.add_all(rooms)


async def found(database: Database, *conditions: Any) -> list[str]:
    async with database.transaction() as session:
        return list(await session.exec(select(Room.name).where(*conditions).order_by(Room.name)))


async def test_durations_are_added_up_compared_and_put_in_order(database: Database) -> None:
    lengths = [timedelta(microseconds=1), timedelta(days=36_525), timedelta(0), timedelta(hours=3)]
    rooms = [Room(name=str(place), visit=length) for place, length in enumerate(lengths)]
    await add(database, *rooms, Room(name="none"))
    assert await found(database, col(Room.visit) >= timedelta(hours=3)) == ["1", "3"]
    async with database.transaction() as session:
        assert (await session.exec(select(func.sum(Room.visit)))).one() == sum(
            lengths, timedelta(0)
        )
        ordered = select(Room.visit).where(col(Room.visit).is_not(None)).order_by(col(Room.visit))
        assert list(await session.exec(ordered)) == sorted(lengths)
        assert (await session.exec(select(func.max(Room.visit)))).one() == lengths[1]


async def test_times_of_day_are_compared_and_put_in_order(database: Database) -> None:
    times = [time(9, 30), time.max, time.min, time(9, 30, 0, 1)]
    await add(database, *(Room(name=str(it), opens=it) for it in times))
    assert await found(database, col(Room.opens) > time(9, 30)) == [str(times[3]), str(time.max)]
    async with database.transaction() as session:
        assert list(await session.exec(select(Room.opens).order_by(col(Room.opens)))) == sorted(
            times
        )


async def test_lists_come_back_as_they_were(database: Database) -> None:
    values: dict[str, Any] = {
        "labels": ["", "a'b\"c\\", "\u00e9 \U0001f600", "a"],
        "closed_on": [date.min, date(2026, 12, 25)],
        "numbers": [0, -(2**53), 2**53],
        "keys": [UUID(int=5)],
        "days": [Day.SUNDAY, Day.MONDAY, Day.SUNDAY],
    }
    await add(database, Room(name="all", **values), Room(name="none"))
    async with database.transaction() as session:
        every, none = await session.exec(select(Room).order_by(Room.name))
        assert {name: getattr(every, name) for name in values} == values
        assert (none.labels, none.numbers) == (None, [])
        assert isinstance(every.days[0], Day)
        nulls = await (await session.connection()).execute(
            text("SELECT count(*) FROM rooms WHERE labels IS NULL")
        )
        assert nulls.scalar() == 1


@pytest.mark.parametrize(
    ("column", "item", "names"),
    [
        ("labels", "a", ["one"]),
        ("labels", "A", []),
        ("labels", "a'b\"c\\%_", ["two"]),
        ("labels", "[]", []),
        ("labels", "1", []),
        ("numbers", 1, ["one"]),
        ("numbers", 2**53, ["two"]),
        ("closed_on", date(2026, 12, 25), ["one"]),
        ("keys", UUID(int=5), ["one", "two"]),
        ("days", Day.SUNDAY, ["two"]),
    ],
)
async def test_a_list_is_found_by_what_it_has(
    database: Database, column: str, item: object, names: list[str]
) -> None:
    one = Room(
        name="one",
        labels=["b", "a"],
        numbers=[1],
        closed_on=[date(2026, 12, 25)],
        keys=[UUID(int=5)],
    )
    two = Room(name="two", labels=["a'b\"c\\%_"], numbers=[2**53], keys=[UUID(int=5)])
    two.days = [Day.SUNDAY]
    await add(database, one, two, Room(name="none"))
    assert await found(database, OPERATORS["has"](getattr(Room, column), item)) == names


async def test_what_comes_together_is_refused_alone_and_named(database: Database) -> None:
    await add(database, Room(name="both", latitude=1.0, longitude=2.0), Room(name="none"))
    for values in ({"latitude": 1.0}, {"longitude": 2.0}):
        with pytest.raises(Invalid) as refusal:
            await add(database, Room(name="one", **values))
        assert [error.field for error in refusal.value.errors] == [
            "body.latitude",
            "body.longitude",
        ]
        message = "Needs all of latitude, longitude, or none."
        assert {error.message for error in refusal.value.errors} == {message}


def test_the_clock_is_in_utc() -> None:
    before = datetime.now(UTC)
    assert now().utcoffset() == timedelta(0)
    assert before.date() <= today() <= datetime.now(UTC).date()
