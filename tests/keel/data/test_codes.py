"""Codes, times of day and durations as callers may send them."""

import json
from datetime import time, timedelta
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keel.data import CountryCode, CurrencyCode, Duration, Input, LanguageCode, TimeOfDay
from keel.data.types.codes import COUNTRIES, CURRENCIES, LANGUAGES
from pydantic import Field, ValidationError


class Trip(Input):
    country: CountryCode = "DE"
    language: LanguageCode = "de"
    currency: CurrencyCode = "EUR"
    starts: Annotated[TimeOfDay, Field(ge=time(6))] = time(9)
    length: Duration = timedelta(hours=1)
    stops: Annotated[list[TimeOfDay], Field(default_factory=list)]


def said(**values: Any) -> list[str]:
    """What is said of values that are wrong."""
    try:
        Trip(**values)
    except ValidationError as error:
        return [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
    return []


def test_there_are_as_many_codes_as_the_standards_have() -> None:
    assert len(COUNTRIES.existing) == 249
    assert len(LANGUAGES.existing) == 183
    assert len(CURRENCIES.existing) == 155


@pytest.mark.parametrize("code", ["DE", "NO", "XK", "UK", "EU", "de", "DEU", "", "ZZ", "D\u0415"])
def test_a_country_is_one_that_exists(code: str) -> None:
    assert bool(said(country=code)) is (code not in {"DE", "NO"})


@pytest.mark.parametrize("code", ["de", "sh", "DE", "deu", "de-AT", "xx", ""])
def test_a_language_is_one_that_exists(code: str) -> None:
    assert bool(said(language=code)) is (code != "de")


@pytest.mark.parametrize("code", ["EUR", "XOF", "BGN", "DEM", "XAU", "XXX", "XTS", "eur", "EU"])
def test_a_currency_is_money_in_use(code: str) -> None:
    assert bool(said(currency=code)) is (code not in {"EUR", "XOF"})


def test_what_is_no_code_is_told_of_its_standard() -> None:
    assert said(currency="DEM") == ["currency: Input should be a code of ISO 4217"]


@pytest.mark.parametrize(
    "value", ["24:00", "9:30", "09:30:00Z", "09:30+01:00", 34200, "34200", True, "09:30:00.1234567"]
)
def test_a_time_of_day_has_no_zone_and_is_no_number(value: object) -> None:
    assert len(said(starts=value)) == 1
    assert len(said(stops=["09:30", value])) == 1


def test_bounds_are_said_as_they_are_written() -> None:
    assert said(starts="05:59") == ["starts: Input should be greater than or equal to 06:00:00"]


@pytest.mark.parametrize(
    "value",
    [
        "P1Y",
        "P1M",
        "P",
        "PT",
        "PT1S1H",
        "1:00:00",
        60,
        "60",
        True,
        "-PT1H",
        "P36525DT1S",
        "PT0.0000001S",
    ],
)
def test_a_duration_is_exact_and_no_number(value: object) -> None:
    assert len(said(length=value)) == 1


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=36_525)))
def test_a_duration_is_answered_as_it_can_be_sent(length: timedelta) -> None:
    text = Trip(length=length, stops=[]).model_dump_json()
    assert Trip.model_validate_json(text).length == length
    assert "Y" not in json.loads(text)["length"]


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(weeks=2), "P14D"),
        (timedelta(days=400, minutes=90), "P400DT1H30M"),
        (timedelta(seconds=1.5), "PT1.5S"),
    ],
)
def test_a_duration_is_written_in_days_and_less(length: timedelta, text: str) -> None:
    assert json.loads(Trip(length=length, stops=[]).model_dump_json())["length"] == text
