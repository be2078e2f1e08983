"""Rules of rows hold, however rows come: whole, bit by bit, or many at once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from keel.access import Caller, Policy, signed_in
from keel.data import (
    AtMost,
    Compared,
    Database,
    Input,
    Model,
    NoOverlap,
    Output,
    Owned,
    Repository,
    Service,
    choice,
)
from keel.problems import Conflict, Invalid, Problem
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, func, select

from tests.extensions import need_btree_gist

pytestmark = pytest.mark.anyio

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))
ADA_ID = UUID(int=1)
ADA = Caller(id=ADA_ID)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def clock(hour: float) -> datetime:
    return NINE + timedelta(hours=hour - 9)


class Status(StrEnum):
    BOOKED = "booked"
    CANCELLED = "cancelled"


class ClinicModel(Model, registry=tables):
    """What the tables share."""


class Person(ClinicModel, table=True):
    __tablename__ = "users"
    owner_field = "id"


class Appointment(Owned, ClinicModel, table=True):
    __tablename__ = "appointments"
    __table_args__ = (Compared("ends_at", ">", "starts_at"), Compared("paid", "<=", "price"))
    rules = (
        AtMost(3, per="patient", where={"status": Status.BOOKED}),
        NoOverlap("starts_at", "ends_at", per="doctor", where={"status": Status.BOOKED}),
    )

    doctor: str = "Grey"
    patient: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    price: int = 0
    paid: int = 0
    status: Status = Field(default=Status.BOOKED, sa_type=choice(Status))


class Body(Input):
    doctor: str = "Grey"
    patient: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    price: int = 0
    paid: int = 0
    status: Status = Status.BOOKED


class AppointmentRead(Output):
    id: UUID


class Appointments(Repository[Appointment]):
    policy = Policy(read=signed_in, write=signed_in)


class AppointmentService(Service[Appointment, Body, Body, AppointmentRead]):
    pass


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Ada, and no appointment."""
    await asyncio.to_thread(need_btree_gist, database_url)
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.metadata.create_all)
    async with database.transaction() as session:
        session.add(Person(id=ADA_ID))
    yield database
    await database.close()


async def book(database: Database, **values: Any) -> UUID | Problem:
    """The id of a new appointment, or why there is none; in a transaction of its own."""
    try:
        async with database.transaction() as session:
            service = AppointmentService(Appointments(session, ADA))
            return (await service.create(Body(**values))).id
    except Problem as problem:
        return problem


async def change(database: Database, row: UUID | Problem, **values: Any) -> UUID | Problem:
    """The same of a change."""
    assert isinstance(row, UUID)
    try:
        async with database.transaction() as session:
            service = AppointmentService(Appointments(session, ADA))
            return (await service.update(row, Body(**values))).id
    except Problem as problem:
        return problem


def named(problem: UUID | Problem) -> list[str]:
    assert isinstance(problem, Problem), "nothing was refused"
    return [error.field for error in problem.errors]


async def test_fields_out_of_order_are_named(database: Database) -> None:
    problem = await book(database, starts_at=clock(10), ends_at=clock(9))
    assert isinstance(problem, Invalid)
    assert [(error.field, error.message) for error in problem.errors] == [
        ("body.ends_at", "Must be after `starts_at`."),
        ("body.starts_at", "Must be before `ends_at`."),
    ]


async def test_numbers_are_told_in_their_own_words(database: Database) -> None:
    problem = await book(database, price=5, paid=6)
    assert isinstance(problem, Problem)
    assert [error.message for error in problem.errors] == [
        "Must be at most `price`.",
        "Must be at least `paid`.",
    ]
    assert isinstance(await book(database, price=5, paid=5), UUID)


async def test_what_is_missing_is_in_no_order(database: Database) -> None:
    assert isinstance(await book(database, starts_at=clock(10)), UUID)


async def test_a_change_of_one_side_keeps_to_the_other(database: Database) -> None:
    row = await book(database, starts_at=clock(10), ends_at=clock(11))
    assert named(await change(database, row, ends_at=clock(10))) == [
        "body.ends_at",
        "body.starts_at",
    ]
    assert isinstance(await change(database, row, ends_at=clock(12)), UUID)


async def test_the_database_keeps_the_order_too(database: Database) -> None:
    with pytest.raises(Invalid):
        async with database.transaction() as session:
            session.add(Appointment(owner_id=ADA_ID, price=1, paid=2))


async def test_there_are_no_more_than_so_many(database: Database) -> None:
    for _ in range(3):
        assert isinstance(await book(database, patient="Bo", doctor=str(_)), UUID)
    problem = await book(database, patient="Bo", doctor="x")
    assert isinstance(problem, Conflict)
    assert named(problem) == ["body.patient"]
    assert isinstance(await book(database, patient="Cy", doctor="y"), UUID)
    gone = await book(database, patient="Bo", doctor="z", status=Status.CANCELLED)
    assert named(await change(database, gone, status=Status.BOOKED)) == ["body.patient"]


async def test_what_belongs_to_nothing_is_not_counted(database: Database) -> None:
    for number in range(5):
        assert isinstance(await book(database, doctor=str(number)), UUID)


async def test_a_row_that_is_counted_already_can_change(database: Database) -> None:
    rows = [await book(database, patient="Bo", doctor=str(number)) for number in range(3)]
    assert isinstance(await change(database, rows[0], price=3), UUID)


@pytest.mark.parametrize(
    ("start", "end"),
    [(9.5, 10.5), (10.5, 11.5), (10.25, 10.75), (9, 12), (None, 10.5), (10.5, None)],
)
async def test_what_overlaps_is_refused(
    database: Database, start: float | None, end: float | None
) -> None:
    await book(database, starts_at=clock(10), ends_at=clock(11))
    times = {"starts_at": start and clock(start), "ends_at": end and clock(end)}
    problem = await book(database, **times)
    assert isinstance(problem, Conflict)
    assert named(problem) == ["body.starts_at", "body.ends_at"]
    assert isinstance(await book(database, **times, doctor="Yang"), UUID)
    assert isinstance(await book(database, **times, status=Status.CANCELLED), UUID)


async def test_one_may_start_when_another_ends(database: Database) -> None:
    await book(database, starts_at=clock(10), ends_at=clock(11))
    assert isinstance(await book(database, starts_at=clock(11), ends_at=clock(12)), UUID)
    assert isinstance(await book(database, starts_at=clock(9), ends_at=clock(10)), UUID)


async def test_a_row_may_move_within_its_own_time(database: Database) -> None:
    row = await book(database, starts_at=clock(10), ends_at=clock(11))
    assert isinstance(await change(database, row, starts_at=clock(10.5)), UUID)
    await book(database, starts_at=clock(11), ends_at=clock(12))
    assert named(await change(database, row, ends_at=clock(11.5)))[0] == "body.starts_at"


async def test_of_many_at_once_so_many_get_in(database: Database) -> None:
    made = await asyncio.gather(
        *(book(database, patient="Bo", doctor=str(number)) for number in range(8))
    )
    assert sum(isinstance(each, UUID) for each in made) == 3
    assert sum(isinstance(each, Conflict) for each in made) == 5


async def test_of_many_who_want_one_time_one_gets_it(database: Database) -> None:
    made = await asyncio.gather(
        *(book(database, starts_at=clock(10), ends_at=clock(11)) for _ in range(8))
    )
    assert sum(isinstance(each, UUID) for each in made) == 1
    assert sum(isinstance(each, Conflict) for each in made) == 7
    async with database.transaction(reading=True) as session:
        assert (await session.exec(select(func.count()).select_from(Appointment))).one() == 1


async def test_of_many_who_move_to_one_time_one_does(database: Database) -> None:
    rows = [
        await book(database, starts_at=clock(hour), ends_at=clock(hour + 1)) for hour in range(5)
    ]
    moved = await asyncio.gather(
        *(change(database, row, starts_at=clock(20), ends_at=clock(21)) for row in rows)
    )
    assert sum(isinstance(each, UUID) for each in moved) == 1
    assert sum(isinstance(each, Conflict) for each in moved) == 4
