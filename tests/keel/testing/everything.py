"""A schema with every type and bound that a body may have."""

from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from keel.data import (
    CountryCode,
    CurrencyCode,
    Duration,
    Email,
    Input,
    Json,
    LanguageCode,
    TimeOfDay,
    Timestamp,
    Url,
)
from pydantic import MISSING, Field


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Everything(Input):
    title: Annotated[str, Field(min_length=3, max_length=30)]
    code: Annotated[str, Field(min_length=2, max_length=2, pattern="^[A-Z]{2}$")]
    about: Annotated[str, Field(max_length=100, examples=["A lemon tree."])] | None = None
    rating: Annotated[int, Field(ge=1, le=5)] = 3
    depth: Annotated[int, Field(lt=0)]
    share: Annotated[float, Field(gt=0, lt=1)]
    price: Annotated[Decimal, Field(ge=0, max_digits=6, decimal_places=2)]
    weight: Decimal | None = None
    is_new: bool = True
    day: date
    moment: Timestamp
    token: UUID
    email: Email
    site: Url | None = None
    colour: Colour
    extra: Json | None = None
    opens: TimeOfDay
    closes: Annotated[TimeOfDay, Field(ge=time(12), le=time(22))] | None = None
    length: Annotated[Duration, Field(ge=timedelta(0), le=timedelta(36525))]
    lap: Annotated[Duration, Field(ge=timedelta(days=400), le=timedelta(days=401))]
    country: CountryCode
    language: LanguageCode | None = None
    currency: CurrencyCode
    labels: Annotated[list[Annotated[str, Field(min_length=2, max_length=9)]], Field(max_length=4)]
    days: Annotated[list[date], Field(min_length=2, max_length=2)] | None = None
    countries: Annotated[list[CountryCode], Field(min_length=1, max_length=3)]
    photos: Annotated[list[Url], Field(max_length=100)]


class Changes(Input):
    title: Annotated[str, Field(min_length=3, max_length=30)] | MISSING = MISSING
    about: Annotated[str, Field(max_length=100)] | MISSING | None = MISSING
