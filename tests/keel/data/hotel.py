"""A hotel whose guests stay from day to day, and one door that opens from hour to hour."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from keel.access import Policy, signed_in
from keel.data import (
    Input,
    Model,
    NoOverlap,
    Output,
    Repository,
    SoftDeleted,
    SoftDeleteService,
    choice,
)
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

tables = registry(metadata=MetaData(naming_convention=SQLModel.metadata.naming_convention))


class Use(StrEnum):
    OPEN = "open"
    SHUT = "shut"


class HotelModel(Model, registry=tables):
    """What the tables share."""


class Hotel(HotelModel, table=True):
    __tablename__ = "hotels"
    tenant_field = "id"


class Stay(SoftDeleted, HotelModel, table=True):
    __tablename__ = "stays"
    tenant_field = "hotel_id"
    rules = (NoOverlap("first", "last", per="room", where={"is_sure": True}),)

    hotel_id: UUID = Field(foreign_key="hotels.id", ondelete="CASCADE")
    room: str | None = None
    first: date | None = None
    last: date | None = None
    is_sure: bool = True


class Door(HotelModel, table=True):
    __tablename__ = "doors"
    tenant_field = None
    rules = (NoOverlap("since", "end", where={"use": Use.OPEN}),)

    since: datetime | None = None
    end: datetime | None = None
    use: Use = Field(default=Use.OPEN, sa_type=choice(Use))


class StayBody(Input):
    room: str | None = None
    first: date | None = None
    last: date | None = None


class StayRead(Output):
    id: UUID


class Stays(Repository[Stay]):
    policy = Policy(read=signed_in, write=signed_in, restore=signed_in)


class StayService(SoftDeleteService[Stay, StayBody, StayBody, StayRead]):
    """Nothing of its own."""
