"""A museum with a column of every kind, in tables of several tenants, some of it guarded."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from typing import Any
from uuid import UUID

from keel.access import Caller, FieldRules, Policy, at_least, members, owner, signed_in
from keel.data import (
    CursorQuery,
    Duration,
    DurationColumn,
    Including,
    Input,
    Json,
    JsonColumn,
    Model,
    One,
    Output,
    Owned,
    PageQuery,
    Repository,
    Service,
    SoftDeleted,
    Timestamp,
    choice,
    list_of,
)
from pydantic import MISSING
from sqlalchemy import MetaData, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Role(StrEnum):
    VISITOR = "visitor"
    CURATOR = "curator"


class State(StrEnum):
    SHOWN = "shown"
    STORED = "stored"


class MuseumModel(Model, registry=tables):
    """What the museum's tables share."""


class House(MuseumModel, table=True):
    __tablename__ = "houses"
    tenant_field = "id"


class Person(MuseumModel, table=True):
    __tablename__ = "users"
    owner_field = "id"
    tenant_field = None

    name: str


class Room(MuseumModel, table=True):
    __tablename__ = "rooms"
    tenant_field = None

    name: str


class Guide(MuseumModel, table=True):
    __tablename__ = "guides"
    __table_args__ = (UniqueConstraint("room_id", "user_id"),)
    tenant_field = None

    room_id: UUID = Field(foreign_key="rooms.id")
    user_id: UUID = Field(foreign_key="users.id")


class Exhibit(SoftDeleted, Owned, MuseumModel, table=True):
    __tablename__ = "exhibits"
    tenant_field = "house_id"

    house_id: UUID = Field(foreign_key="houses.id")
    room_id: UUID = Field(foreign_key="rooms.id")
    name: str = Field(max_length=80)
    note: str | None = None
    count: int = 0
    weight: float | None = None
    is_fragile: bool = False
    price: Decimal | None = Field(default=None, max_digits=12, decimal_places=2)
    state: State = Field(sa_type=choice(State))
    made_on: date | None = None
    seen_at: datetime | None = None
    opens: time | None = None
    length: timedelta | None = Field(default=None, sa_type=DurationColumn)
    tags: list[str] | None = Field(default=None, sa_type=list_of(str))
    pauses: list[timedelta] | None = Field(default=None, sa_type=list_of(timedelta))
    extra: Json | None = Field(default=None, sa_type=JsonColumn)


class ExhibitRepository(Repository[Exhibit]):
    policy = Policy(
        read=owner | members(Guide, of="room") | at_least(Role.CURATOR),
        write=signed_in,
        fields={
            "price": FieldRules(read=owner),
            "count": FieldRules(read=members(Guide, of="room") | at_least(Role.CURATOR)),
        },
    )


class RoomRepository(Repository[Room]):
    policy = Policy(read=signed_in)


class ExhibitBody(Input):
    name: str


class ExhibitRead(Output):
    id: UUID
    owner_id: UUID
    room_id: UUID
    name: str
    note: str | None
    count: int | MISSING = MISSING
    weight: float | None
    is_fragile: bool
    price: Decimal | MISSING | None = MISSING
    state: State
    made_on: date | None
    seen_at: Timestamp | None
    opens: time | None
    length: Duration | None
    tags: list[str] | None
    pauses: list[Duration] | None
    extra: Json | None
    created_at: datetime
    updated_at: datetime


class RoomRead(Output):
    id: UUID
    name: str


class ExhibitWithRoom(ExhibitRead):
    room: RoomRead | MISSING | None = MISSING


SORTS = (
    *("created_at", "name", "note", "weight", "price", "state", "made_on", "seen_at", "opens"),
    *("length", "is_fragile"),
)


class Filters(Input):
    name: str | None = None
    name__gte: str | None = None
    name__in: list[str] | None = None
    name__contains: str | None = None
    note__is_null: bool | None = None
    count__lt: int | None = None
    weight__gt: float | None = None
    is_fragile: bool | None = None
    price__lte: Decimal | None = None
    state: State | None = None
    state__ne: State | None = None
    state__in: list[State] | None = None
    made_on__gte: date | None = None
    seen_at__lt: Timestamp | None = None
    opens__gt: time | None = None
    length__gte: Duration | None = None
    tags__has: str | None = None
    room_id: UUID | None = None


class ExhibitPages(Filters, PageQuery):
    sort: Any = "-created_at"


class ExhibitCursors(Filters, CursorQuery):
    sort: Any = "-created_at"


class Exhibits(Service[Exhibit, ExhibitBody, ExhibitBody, ExhibitRead]):
    """Exhibits, as keel reads them."""


class Changed(Exhibits):
    """Exhibits whose owner changed how they are answered, and so the ordinary way."""

    async def extras(self, rows: Any) -> Any:
        return await super().extras(rows)


class Rooms(Service[Room, ExhibitBody, ExhibitBody, RoomRead]):
    """Rooms."""


def exhibits(
    session: AsyncSession, caller: Caller, kind: type[Exhibits] = Exhibits
) -> Including[ExhibitWithRoom]:
    rooms = RoomRepository(session, caller)
    service = kind(ExhibitRepository(session, caller), room_id=rooms)
    return Including(service, ExhibitWithRoom, room=One(Rooms(rooms), "room_id"))


WORDS = ("", "Aegean vase", "Ärmel", "árvíz", "日本", "🏺 urn", 'say "x"\\', "<b>&\u2028", "Z", "a")


def some_exhibit(chance: Random, **rest: UUID) -> Exhibit:
    """A row of values at the edges of what their columns hold."""

    def maybe(*values: object) -> Any:
        return chance.choice([None, *values])

    moment = datetime(2026, 1, chance.randint(1, 28), 23, 59, 59, chance.randint(0, 3), UTC)
    return Exhibit(
        **rest,
        name=chance.choice(WORDS),
        note=maybe(*WORDS),
        count=chance.choice([0, 1, -1, 2_147_483_647]),
        weight=maybe(0.0, -0.0, 0.1, 1e300, 5e-324, 1 / 3, 100.0),
        is_fragile=chance.random() < 0.5,
        price=maybe(Decimal(0), Decimal("0.10"), Decimal("-3.50"), Decimal("9999999999.99")),
        state=chance.choice(list(State)),
        made_on=maybe(date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)),
        seen_at=maybe(moment, datetime(1, 1, 1, tzinfo=UTC), moment.replace(microsecond=120_000)),
        opens=maybe(time(0), time(9, 30), time(23, 59, 59, 999_999), time(8, 0, 0, 500_000)),
        length=maybe(timedelta(0), timedelta(days=400, microseconds=1), timedelta(minutes=90)),
        tags=maybe([], ["a"], list(WORDS)),
        pauses=maybe([], [timedelta(seconds=0.5), timedelta(days=2)]),
        extra=maybe({}, [], "text", 0, 1.5, {"is": True}, {"ü": [None, {"deep": [1, "2"]}]}),
        deleted_at=maybe(None, None, moment),
    )
