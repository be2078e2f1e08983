"""The table of surgeries."""

from datetime import date, time, timedelta
from enum import StrEnum

from keel.data import Compared, DurationColumn, Model, Together, list_of
from sqlalchemy import Index
from sqlmodel import Field


class SurgeryDay(StrEnum):
    """Values of `Surgery.days`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"


class Surgery(Model, table=True):
    """A room where patients are seen."""

    __tablename__ = "surgeries"
    __table_args__ = (
        Compared("closes", ">", "opens"),
        Index(None, "name", "id"),
        Index(None, "opens", "id"),
        Index(None, "visit", "id"),
        Index(None, "country", "id"),
        Together("place_latitude", "place_longitude"),
    )

    name: str = Field(max_length=80, unique=True)
    opens: time = time(8, 30)
    closes: time | None = None
    visit: timedelta = Field(default=timedelta(minutes=15), sa_type=DurationColumn)
    country: str = Field(max_length=2)
    languages: list[str] = Field(sa_type=list_of(str))
    place_latitude: float | None = Field(default=None, index=True)
    place_longitude: float | None = None
    photos: list[str] = Field(default=[], sa_type=list_of(str))
    labels: list[str] = Field(sa_type=list_of(str))
    closed_on: list[date] | None = Field(default=None, sa_type=list_of(date))
    days: list[SurgeryDay] = Field(default=[SurgeryDay.MONDAY], sa_type=list_of(SurgeryDay))
    quiet_until: time | None = None
