"""What callers send and receive about surgeries."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal
from uuid import UUID

from keel.data import (
    AnyDuration,
    CountryCode,
    Duration,
    Input,
    LanguageCode,
    Output,
    PageQuery,
    TimeOfDay,
    Url,
)
from pydantic import MISSING, Field

from practice.surgeries.models import SurgeryDay

Name = Annotated[str, Field(min_length=1, max_length=80)]
Visit = Annotated[
    Duration,
    Field(ge=timedelta(minutes=5), le=timedelta(hours=3), description="How long a visit takes."),
]
Languages = Annotated[list[LanguageCode], Field(max_length=100)]
PlaceLatitude = Annotated[float, Field(ge=-90.0, le=90.0)]
PlaceLongitude = Annotated[float, Field(ge=-180.0, le=180.0)]
Photos = Annotated[list[Url], Field(max_length=10)]
Label = Annotated[str, Field(min_length=1, max_length=30)]
Labels = Annotated[
    list[Label], Field(min_length=1, max_length=5, examples=[["quiet", "step-free"]])
]
ClosedOn = Annotated[list[date], Field(max_length=100)]
Days = Annotated[list[SurgeryDay], Field(min_length=1, max_length=3)]
QuietUntil = Annotated[TimeOfDay, Field(ge=time(6), le=time(12))]
Booked = Annotated[Duration, Field(description="Sum of visits.length.")]


class SurgeryCreate(Input):
    """A surgery to add."""

    name: Name
    opens: TimeOfDay = time(8, 30)
    closes: TimeOfDay | None = None
    visit: Visit = timedelta(minutes=15)
    country: CountryCode
    languages: Languages
    place_latitude: PlaceLatitude | None = None
    place_longitude: PlaceLongitude | None = None
    photos: Photos = Field(default=[])
    labels: Labels
    closed_on: ClosedOn | None = None
    days: Days = Field(default=[SurgeryDay.MONDAY])
    quiet_until: QuietUntil | None = None


class SurgeryUpdate(Input):
    """What to change of a surgery; what is absent stays."""

    name: Name | MISSING = MISSING
    opens: TimeOfDay | MISSING = MISSING
    closes: TimeOfDay | MISSING | None = MISSING
    visit: Visit | MISSING = MISSING
    country: CountryCode | MISSING = MISSING
    languages: Languages | MISSING = MISSING
    place_latitude: PlaceLatitude | MISSING | None = MISSING
    place_longitude: PlaceLongitude | MISSING | None = MISSING
    photos: Photos | MISSING = MISSING
    labels: Labels | MISSING = MISSING
    closed_on: ClosedOn | MISSING | None = MISSING
    days: Days | MISSING = MISSING
    quiet_until: QuietUntil | MISSING | None = MISSING


class SurgeryRead(Output):
    """A surgery as callers see it."""

    id: UUID
    name: str
    opens: TimeOfDay
    closes: TimeOfDay | None
    visit: Annotated[AnyDuration, Field(description="How long a visit takes.")]
    country: str
    languages: list[str]
    place_latitude: float | None
    place_longitude: float | None
    photos: list[str]
    labels: Annotated[list[str], Field(examples=[["quiet", "step-free"]])]
    closed_on: list[date] | None
    days: list[SurgeryDay]
    quiet_until: TimeOfDay | None
    booked: Annotated[AnyDuration, Field(description="Sum of visits.length.")]
    usual: Annotated[AnyDuration, Field(description="Average of visits.length.")] | None
    longest: (
        Annotated[
            AnyDuration, Field(description="Max of visits.length where findings is not null.")
        ]
        | None
    )
    is_late: Annotated[bool, Field(description="`opens > quiet_until`.")] | None
    created_at: datetime
    updated_at: datetime


class SurgeryQuery(PageQuery):
    """Which surgeries to list, in what order, and how many."""

    sort: Literal[
        "created_at",
        "-created_at",
        "name",
        "-name",
        "opens",
        "-opens",
        "visit",
        "-visit",
        "country",
        "-country",
        "booked",
        "-booked",
    ] = "-created_at"
    opens__gte: TimeOfDay | None = None
    opens__lte: TimeOfDay | None = None
    visit__lte: Visit | None = None
    country: CountryCode | None = None
    country__in: Annotated[list[CountryCode], Field(max_length=100)] | None = None
    languages__has: LanguageCode | None = None
    labels__has: Label | None = None
    closed_on__has: date | None = None
    closed_on__is_null: bool | None = None
    booked__gte: Booked | None = None
    days__has: SurgeryDay | None = None
    place_latitude__gte: PlaceLatitude | None = None
    place_latitude__lte: PlaceLatitude | None = None
