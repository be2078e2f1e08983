"""What callers may send, and what of it is stored."""

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any
from uuid import uuid4

import pytest
from httpx2 import Response
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from keel.data import Email, Input, Json, Timestamp, Url
from pydantic import Field, TypeAdapter, ValidationError

from tests.keel.data.conftest import Shop

UNSTORABLE = ["\0", "a\0b", "\ud800", "\udfff a"]


class Anything(Input):
    text: str = ""
    number: float = 0
    decimal: Decimal = Decimal(0)
    texts: Annotated[list[str], Field(default_factory=list)]
    table: Annotated[dict[str, dict[str, str]], Field(default_factory=dict)]
    value: Json | None = None
    count: int | None = None
    numbers: Annotated[list[float], Field(default_factory=list)]
    is_so: bool = False
    day: date | None = None
    days: Annotated[list[date], Field(default_factory=list)]


class Timestamped(Input):
    at: Timestamp


def faults(**values: Any) -> list[str]:
    """The fields that are wrong."""
    try:
        Anything(**values)
    except ValidationError as error:
        return [str(fault["loc"][0]) if fault["loc"] else "" for fault in error.errors()]
    return []


@pytest.mark.parametrize("text", UNSTORABLE)
def test_text_that_cannot_be_stored_is_refused_at_any_depth(text: str) -> None:
    assert faults(text=text) == ["text"]
    assert faults(texts=["a", text]) == ["texts"]
    assert faults(table={"a": {"b": text}}) == ["table"]
    assert faults(table={"a": {text: "b"}}) == ["table"]
    assert faults(value=[{"a": [{text: 1}]}]) == ["value"]
    assert faults(**{f"more{text}": 1}) in ([""], [f"more{text}"])


def test_names_are_at_most_a_thousand() -> None:
    assert len(faults(**{f"name{number}": 1 for number in range(1_000)})) == 1_000
    assert faults(**{f"name{number}": 1 for number in range(1_001)}) == [""]


@pytest.mark.parametrize(
    "number", [0, 1.5, 1e-23, True, "0", " 20240131", "-1", "1706659200.5", "1e-23"]
)
def test_a_number_is_no_date(number: object) -> None:
    assert faults(day=number) == ["day"]
    assert faults(days=["2024-01-31", number]) == ["days"]
    assert valid(Timestamped, {"at": number}) is None


def test_a_date_is_written_as_one() -> None:
    assert Anything(day="2024-01-31").day == date(2024, 1, 31)  # type: ignore[arg-type]
    assert Anything(day=None, days=[date.min]).days == [date.min]


@pytest.mark.parametrize("values", [{"count": True}, {"number": False}, {"numbers": [1, True]}])
def test_a_truth_value_is_no_number(values: dict[str, Any]) -> None:
    assert faults(**values) == [*values]


@pytest.mark.parametrize("number", [0, 1, 1.0])
def test_a_number_is_no_truth_value(number: float) -> None:
    assert faults(is_so=number) == ["is_so"]
    assert faults(is_so=True, value=[number, True]) == []


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, "nan", "1e400"])
def test_numbers_are_finite(number: object) -> None:
    assert faults(number=number) == ["number"]
    if isinstance(number, float):
        assert faults(value={"a": [number]}) == ["value"]
        assert faults(decimal=number) == ["decimal"]


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels - 1):
        value = [value]
    return value


def test_json_is_bounded() -> None:
    assert faults(value=nested(32)) == []
    assert faults(value=nested(33)) == ["value"]
    assert faults(value=nested(5000)) == ["value"]
    assert faults(value=[1] * 9_999) == []
    assert faults(value=[1] * 10_000) == ["value"]
    assert faults(value={"a": 10**308}) == []
    assert faults(value={"a": -(10**309)}) == ["value"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**308), 10**308)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("ab\u00e9 "), inner),
    max_leaves=8,
)


async def store(shop: Shop, **values: object) -> Response:
    """Send a book, on a shelf of its own."""
    shelf = await shop.editor.post("/shelves", json={"name": uuid4().hex})
    body = {"title": "x", "shelf_id": shelf.json()["id"]} | values
    return await shop.ada.post("/books", json=body)


@pytest.mark.anyio
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON)
async def test_json_that_is_accepted_can_be_read_again(shop: Shop, value: object) -> None:
    made = await store(shop, extra=value)
    assert made.status_code == 201, made.text
    read = await shop.ada.get(f"/books/{made.json()['id']}")
    assert read.status_code == 200
    assert same_json(read.json()["extra"], value)


def same_json(one: object, other: object) -> bool:
    """Whether two values are the same to a reader whose numbers are doubles."""

    def as_doubles(text: str) -> object:
        return json.loads(text, parse_int=float)

    return bool(as_doubles(json.dumps(one)) == as_doubles(json.dumps(other)))


@pytest.mark.anyio
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moment=st.datetimes(timezones=st.timezones()))
async def test_a_moment_that_is_accepted_can_be_read_again(shop: Shop, moment: datetime) -> None:
    made = await store(shop, printed_at=moment.isoformat())
    if made.status_code == 422:  # outside the calendar, once it is in UTC
        assert [error["field"] for error in made.json()["errors"]] == ["body.printed_at"]
        return
    read = (await shop.ada.get(f"/books/{made.json()['id']}")).json()
    assert datetime.fromisoformat(read["printed_at"]) == datetime.fromisoformat(moment.isoformat())


@pytest.mark.anyio
@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.5Z"]
)
async def test_moments_at_the_ends_of_the_calendar_are_stored(shop: Shop, moment: str) -> None:
    made = (await store(shop, printed_at=moment)).json()
    read = (await shop.ada.get(f"/books/{made['id']}")).json()
    assert datetime.fromisoformat(read["printed_at"]) == datetime.fromisoformat(moment)


def valid(kind: Any, value: object) -> object:
    """What a type makes of a value; nothing when it refuses it."""
    try:
        found: object = TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return None
    return found


def test_moments_have_an_offset_and_become_utc() -> None:
    there = datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    assert valid(Timestamp, there) == datetime(2025, 12, 31, 23, tzinfo=UTC)
    assert valid(Timestamp, datetime(2026, 1, 1)) is None  # noqa: DTZ001
    assert valid(Timestamp, "0001-01-01T00:00:00+00:01") is None
    assert valid(Timestamp, "9999-12-31T23:59:59-00:01") is None
    assert valid(Timestamp, 1e30) is None


def test_one_mailbox_is_one_address() -> None:
    assert valid(Email, "Ada@Example.COM") == "ada@example.com"
    assert valid(Email, f"{'a' * 60}@{'b.' * 100}com") is None
    assert valid(Email, "ada") is None
    spellings = [
        " ada@b\u00fccher.example",
        "Ada <ada@xn--bcher-kva.example>",
        "ADA@BU\u0308CHER.example",
    ]
    assert {valid(Email, spelling) for spelling in spellings} == {"ada@b\u00fccher.example"}


@given(st.text(min_size=1, max_size=120), st.sampled_from([1, 60]))
@example("\u0130" * 60, 60)  # longer in lower case
def test_an_address_that_is_accepted_can_be_read_again(local: str, size: int) -> None:
    address = valid(Email, f"{local}@{'a' * size}.{'b' * size}.com")
    assert valid(Email, address) == address


@pytest.mark.parametrize(
    "url", ["https://example.com", "http://a.b:80/c%20d?e=f#g", "https://localhost/"]
)
def test_addresses_of_the_web_are_kept_as_they_are(url: str) -> None:
    assert valid(Url, url) == url


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com",
        "javascript:alert(1)",
        "https://",
        "https://user:word@example.com",
        "https://example.com/a b",
        "https://example.com/%zz",
        "https://exa mple.com",
        f"https://example.com/{'a' * 2048}",
        "https://example.com/\n",
        "HTTPS://example.com\n",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert valid(Url, url) is None
