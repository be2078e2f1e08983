"""The types of fields: what each accepts, stores and answers. A type is one entry below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from apiwright.blueprint import values
from apiwright.blueprint.names import pascal

if TYPE_CHECKING:
    from collections.abc import Callable

    from apiwright.blueprint.bounds import Bound
    from apiwright.blueprint.model import Field, Resource

    Arguments = dict[str, str]

MAX_INT = 2**31 - 1
MAX_BIG_INT = 2**63 - 1
MAX_FLOAT = 10**12  # up to here, a float tells thousandths apart
MAX_CHOICE = 40

_EQUAL = ("eq", "ne", "in")
_RANGE = (*_EQUAL, "gt", "gte", "lt", "lte")
_WORDS = ("contains", "startswith")


def _no_arguments(_: Field) -> Arguments:
    return {}


@dataclass(frozen=True, slots=True)
class FieldType:
    """All that is particular to one type; texts in backticks below are Python source.

    Attributes:
        about: What it holds, in a few words.
        sample: A field of this type in short form.
        python: Annotation in schemas and query parameters; an enum's class is its own.
        column: Type of the column in a migration: `sa.String(length=120)`.
        stored: Annotation in the model, where it is not `python`.
        value: A value as YAML writes it → as Python holds it; raises `ValueError` saying what
            it must be.
        bounds: What `1..5` limits: a `length`, a `value`, or `None` if it means nothing here.
        usual: Bounds where the blueprint says none.
        limits: What the bounds must lie within.
        schema: Arguments of `pydantic.Field` in a schema, `{"max_length": "120"}`.
        model: Arguments of `sqlmodel.Field` in the model.
        operators: Filters that make sense; `is_null` comes with every optional field.
        filters: Filters that a list has when the blueprint names none.
        is_text: Whether `?q=` can look here for words.
        is_bare: Whether YAML has its values without quotes, as it has numbers.
        bytes_each: Most bytes in an index; a length's bound counts four bytes a character.
    """

    name: str
    about: str
    sample: str
    python: str
    column: Callable[[Field], str]
    value: Callable[[object], object]
    stored: str = ""
    bounds: Literal["length", "value"] | None = None
    usual: tuple[int | None, int | None] = (None, None)
    limits: tuple[int | None, int | None] = (None, None)
    schema: Callable[[Field], Arguments] = _no_arguments
    model: Callable[[Field], Arguments] = _no_arguments
    operators: tuple[str, ...] = _EQUAL
    filters: tuple[str, ...] = ("eq",)
    is_sortable: bool = True
    is_indexable: bool = True
    is_text: bool = False
    is_bare: bool = False
    has_default: bool = True
    bytes_each: int = 16


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
            operators=(*_EQUAL, *_WORDS),
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
        ),
        FieldType(
            name="uuid",
            about="a UUID made elsewhere",
            sample="uuid, unique",
            python="UUID",
            column=lambda _: "sa.Uuid()",
            value=values.unique_id,
            is_sortable=False,
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
            operators=(*_EQUAL, *_WORDS),
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
            operators=(*_EQUAL, *_WORDS),
            is_text=True,
            bytes_each=2048,
        ),
        FieldType(
            name="json",
            about="any JSON value",
            sample="json?",
            python="Json",
            column=lambda _: 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
            value=values.anything,
            model=lambda _: {"sa_type": "JsonColumn"},
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
        ),
    )
}

SYMBOLS = {
    "BigInteger": "sqlalchemy",
    "Decimal": "decimal",
    "Email": "keel.data",
    "Json": "keel.data",
    "JsonColumn": "keel.data",
    "MAX_INT": "keel.data",
    "Text": "sqlalchemy",
    "Timestamp": "keel.data",
    "UUID": "uuid",
    "Url": "keel.data",
    "date": "datetime",
    "datetime": "datetime",
}
"""Where each name in `python`, `stored`, `schema`, `model` and `values.source` comes from."""


def type_of(field: Field) -> FieldType:
    """The type of a field."""
    return FIELD_TYPES[field.type]


def annotation(resource: Resource, field: Field) -> str:
    """Python annotation of a field in schemas: `Decimal`, or `BookFormat` for an enum."""
    return type_of(field).python or resource.name + pascal(field.name)


def operators(field: Field) -> tuple[str, ...]:
    """Every filter that makes sense for a field."""
    return type_of(field).operators + (("is_null",) if field.optional else ())
