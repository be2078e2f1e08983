"""The types of fields: what each accepts, stores and answers. A type is one entry below."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.field_type import EQUAL, FieldType
from apiwright.blueprint.names import pascal

if TYPE_CHECKING:
    from apiwright.blueprint.fields.field_type import Arguments
    from apiwright.blueprint.model import Bound, Field, Resource

MAX_INT = 2**31 - 1
MAX_BIG_INT = 2**63 - 1
MAX_FLOAT = 10**12  # up to here, a float tells thousandths apart
MAX_CHOICE = 40
MAX_DURATION = timedelta(days=36_525)  # a hundred years: sums stay exact everywhere
_JSON = 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'

_RANGE = (*EQUAL, "gt", "gte", "lt", "lte")
_WORDS = ("contains", "startswith")


def _length(field: Field) -> Arguments:
    return _said(min_length=field.minimum, max_length=field.maximum)


def _value(field: Field) -> Arguments:
    return _said(ge=field.minimum, le=field.maximum)


def _digits(field: Field) -> Arguments:
    return _said(max_digits=field.digits, decimal_places=field.places)


def _said(**arguments: object) -> Arguments:
    return {name: _number(value) for name, value in arguments.items() if value is not None}


def _number(value: object) -> str:
    named = {MAX_INT: "MAX_INT", -MAX_INT: "-MAX_INT"}
    return named[value] if type(value) is int and value in named else values.source(value)


def _is_big(field: Field) -> bool:
    bounds: tuple[Bound, ...] = (field.minimum, field.maximum)
    return any(bound is not None and not -MAX_INT <= bound <= MAX_INT for bound in bounds)


FIELD_TYPES = {
    kind.name: kind
    for kind in (
        FieldType(
            name="str",
            about="one line of text",
            sample="str 1..120",
            python="str",
            column=lambda field: f"sa.String(length={field.maximum})",
            value=values.text,
            bounds="length",
            usual=(None, 255),
            limits=(0, 10_000),
            schema=_length,
            model=lambda field: _said(max_length=field.maximum),
            operators=(*EQUAL, *_WORDS),
            is_text=True,
        ),
        FieldType(
            name="text",
            about="text of any number of lines",
            sample="text ..2000",
            python="str",
            column=lambda _: "sa.Text()",
            value=values.text,
            bounds="length",
            usual=(None, 10_000),
            limits=(0, 1_000_000),
            schema=_length,
            model=lambda _: {"sa_type": "Text"},
            operators=_WORDS,
            filters=("contains",),
            is_sortable=False,
            is_indexable=False,
            is_text=True,
        ),
        FieldType(
            name="int",
            about="a whole number",
            sample="int 0..",
            python="int",
            column=lambda field: "sa.BigInteger()" if _is_big(field) else "sa.Integer()",
            value=values.whole,
            bounds="value",
            usual=(-MAX_INT, MAX_INT),
            limits=(-MAX_BIG_INT, MAX_BIG_INT),
            schema=_value,
            model=lambda field: {"sa_type": "BigInteger"} if _is_big(field) else {},
            operators=_RANGE,
            filters=("eq", "gte", "lte"),
            is_bare=True,
        ),
        FieldType(
            name="float",
            about="a number, near enough",
            sample="float 0..1",
            python="float",
            column=lambda _: "sa.Float()",
            value=values.number,
            bounds="value",
            limits=(-MAX_FLOAT, MAX_FLOAT),
            schema=_value,
            operators=_RANGE,
            filters=("gte", "lte"),
            is_bare=True,
        ),
        FieldType(
            name="decimal",
            about="an exact number, as money is",
            sample="decimal(10,2) 0..",
            python="Decimal",
            column=lambda field: f"sa.Numeric(precision={field.digits}, scale={field.places})",
            value=values.exact,
            bounds="value",
            schema=lambda field: _digits(field) | _value(field),
            model=_digits,
            operators=_RANGE,
            filters=("eq", "gte", "lte"),
            is_bare=True,
        ),
        FieldType(
            name="bool",
            about="true or false",
            sample="bool = false",
            python="bool",
            column=lambda _: "sa.Boolean()",
            value=values.truth,
            operators=("eq",),
            is_bare=True,
        ),
        FieldType(
            name="date",
            about="a day",
            sample="date?",
            python="date",
            column=lambda _: "sa.Date()",
            value=values.day,
            operators=_RANGE,
            filters=("eq", "gte", "lte"),
            origins=("today",),
        ),
        FieldType(
            name="datetime",
            about="a moment, with its offset from UTC",
            sample="datetime",
            python="Timestamp",
            stored="datetime",
            column=lambda _: "sa.DateTime(timezone=True)",
            value=values.moment,
            operators=_RANGE,
            filters=("gte", "lte"),
            origins=("now",),
        ),
        FieldType(
            name="time",
            about="a time of day, without a zone",
            sample="time 08:00..18:00",
            python="TimeOfDay",
            stored="time",
            shown="TimeOfDay",
            column=lambda _: "sa.Time()",
            value=values.time_of_day,
            bounds="value",
            schema=_value,
            operators=_RANGE,
            filters=("eq", "gte", "lte"),
        ),
        FieldType(
            name="duration",
            about="how long something takes",
            sample="duration PT15M..PT8H",
            python="Duration",
            stored="timedelta",
            shown="AnyDuration",
            column=lambda _: "sa.BigInteger()",
            value=values.duration,
            bounds="value",
            limits=(timedelta(0), MAX_DURATION),
            schema=_value,
            model=lambda _: {"sa_type": "DurationColumn"},
            operators=_RANGE,
            filters=("eq", "gte", "lte"),
        ),
        FieldType(
            name="uuid",
            about="a UUID made elsewhere",
            sample="uuid, unique",
            python="UUID",
            column=lambda _: "sa.Uuid()",
            value=values.unique_id,
            is_sortable=False,
            origins=("new",),
        ),
        FieldType(
            name="email",
            about="an e-mail address",
            sample="email, unique",
            python="Email",
            stored="str",
            column=lambda _: "sa.String(length=254)",
            value=values.email,
            model=lambda _: {"max_length": "254"},
            operators=(*EQUAL, *_WORDS),
            is_text=True,
            bytes_each=254 * 4,
        ),
        FieldType(
            name="url",
            about="a web address",
            sample="url?",
            python="Url",
            stored="str",
            column=lambda _: "sa.String(length=2048)",
            value=values.url,
            model=lambda _: {"max_length": "2048"},
            operators=(*EQUAL, *_WORDS),
            is_text=True,
            bytes_each=2048,
        ),
        FieldType(
            name="country",
            about="a country, by its code",
            sample="country = DE",
            python="CountryCode",
            stored="str",
            column=lambda _: "sa.String(length=2)",
            value=values.country,
            model=lambda _: {"max_length": "2"},
        ),
        FieldType(
            name="language",
            about="a language, by its code",
            sample="language?",
            python="LanguageCode",
            stored="str",
            column=lambda _: "sa.String(length=2)",
            value=values.language,
            model=lambda _: {"max_length": "2"},
        ),
        FieldType(
            name="currency",
            about="a currency, by its code",
            sample="currency = EUR",
            python="CurrencyCode",
            stored="str",
            column=lambda _: "sa.String(length=3)",
            value=values.currency,
            model=lambda _: {"max_length": "3"},
        ),
        FieldType(
            name="list",
            about="some values of one type",
            sample="[str 1..30]",
            python="",
            column=lambda _: _JSON,
            value=values.items,
            bounds="number",
            usual=(None, 100),
            limits=(0, 1_000),
            schema=_length,
            operators=("has",),
            filters=("has",),
            is_sortable=False,
            is_indexable=False,
        ),
        FieldType(
            name="json",
            about="any JSON value",
            sample="json?",
            python="Json",
            column=lambda _: _JSON,
            value=values.anything,
            model=lambda _: {"sa_type": "JsonColumn"},
            operators=(),
            filters=(),
            is_sortable=False,
            is_indexable=False,
            has_default=False,
        ),
        FieldType(
            name="file",
            about="a file, kept beside the database",
            sample="file? ..5MB, image/png | image/jpeg",
            python="FileLink",
            stored="StoredFile",
            shown="FileLink",
            column=lambda _: "sa.JSON()",
            value=values.size,
            bounds="value",
            usual=(None, 10_000_000),
            limits=(1, 1_000_000_000),
            model=lambda _: {"sa_type": "FileColumn"},
            operators=(),
            filters=(),
            is_sortable=False,
            is_indexable=False,
            has_default=False,
        ),
        FieldType(
            name="enum",
            about="one of some words",
            sample="draft | published = draft",
            python="",
            column=lambda field: f"sa.String(length={max(map(len, field.choices))})",
            value=values.text,
            bytes_each=MAX_CHOICE,
        ),
        FieldType(
            name="reference",
            about="a row of another resource, by its id",
            sample="Author, on delete cascade",
            python="UUID",
            column=lambda _: "sa.Uuid()",
            value=values.unique_id,
            is_sortable=False,
            has_default=False,
            origins=("caller",),
        ),
    )
}

SYMBOLS = {
    "AnyDuration": "keel.data",
    "BigInteger": "sqlalchemy",
    "CountryCode": "keel.data",
    "CurrencyCode": "keel.data",
    "Decimal": "decimal",
    "Duration": "keel.data",
    "DurationColumn": "keel.data",
    "Email": "keel.data",
    "FileColumn": "keel.data",
    "FileLink": "keel.data",
    "Json": "keel.data",
    "JsonColumn": "keel.data",
    "LanguageCode": "keel.data",
    "MAX_INT": "keel.data",
    "StoredFile": "keel.data",
    "Text": "sqlalchemy",
    "TimeOfDay": "keel.data",
    "Timestamp": "keel.data",
    "UUID": "uuid",
    "Url": "keel.data",
    "date": "datetime",
    "datetime": "datetime",
    "list_of": "keel.data",
    "now": "keel.data",
    "time": "datetime",
    "timedelta": "datetime",
    "today": "keel.data",
    "uuid4": "uuid",
}
"""Where each name in `python`, `stored`, `schema`, `model` and `values.source` comes from."""


def type_of(field: Field) -> FieldType:
    """The type of a field."""
    return FIELD_TYPES[field.type]


def annotation(resource: Resource, field: Field) -> str:
    """Python annotation of a field in schemas: `Decimal`, or `BookFormat` for an enum."""
    if field.item:
        return f"list[{annotation(resource, field.item)}]"
    return type_of(field).python or resource.name + pascal(field.name)


def operators(field: Field) -> tuple[str, ...]:
    """Every filter that makes sense for a field."""
    return type_of(field).operators + (("is_null",) if field.optional else ())
