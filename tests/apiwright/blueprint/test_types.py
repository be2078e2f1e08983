"""What the registry of types says in Python and SQL is so."""

from datetime import UTC
from typing import Any

import keel.data
import pydantic
import pytest
import sqlalchemy as sa
import sqlmodel
from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.types import FIELD_TYPES, SYMBOLS, annotation, operators, type_of
from apiwright.blueprint.read import read_blueprint
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from sqlalchemy.dialects import postgresql

PAGE = """
backend: Sample
resources:
  Author: {{fields: {{name: str}}, access: {{read: anyone}}}}
  Book:
    fields:
      thing: {}
    access: {{read: anyone, write: anyone}}
"""
FORMS = [kind.sample for kind in FIELD_TYPES.values()] + [
    r"str 13, matches ^97[89]\d{10}$",
    "int ..3000000000",
    "decimal(15,0) -5..5",
    "float -0.5..1e12",
]


MODULES = {name: __import__(module, fromlist=[name]) for name, module in SYMBOLS.items()}
SCOPE: dict[str, object] = {
    "sa": sa,
    "postgresql": postgresql,
    "BookThing": str,
    **{name: getattr(module, name) for name, module in MODULES.items()},
}


def _run(source: str) -> object:
    return eval(source, SCOPE)  # noqa: S307 - what runs is what is tested


@pytest.mark.parametrize("form", FORMS)
def test_a_type_is_valid_in_schemas_models_and_migrations(form: str) -> None:
    resource = read_blueprint(PAGE.format(form)).resource("Book")
    field = resource.field("thing")
    kind = type_of(field)
    schema: dict[str, Any] = {name: _run(value) for name, value in kind.schema(field).items()}
    model: dict[str, Any] = {name: _run(value) for name, value in kind.model(field).items()}
    python: Any = _run(annotation(resource, field))
    assert TypeAdapter(python).json_schema() is not None
    assert pydantic.Field(**schema)
    assert sqlmodel.Field(**model)
    assert isinstance(_run(kind.column(field)), sa.types.TypeEngine)


@pytest.mark.parametrize("form", FORMS)
def test_only_an_optional_field_can_be_filtered_by_null(form: str) -> None:
    field = read_blueprint(PAGE.format(form)).resource("Book").field("thing")
    assert ("is_null" in operators(field)) == field.optional
    assert set(type_of(field).filters) <= set(operators(field))


def test_the_largest_int_is_the_one_of_keel() -> None:
    assert type_of(read_blueprint(PAGE.format("int")).resource("Book").field("thing")).usual == (
        -keel.data.MAX_INT,
        keel.data.MAX_INT,
    )


VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.uuids(),
    st.times(),
    st.timedeltas(),
    st.lists(st.dates() | st.text()),
)


@given(VALUES)
def test_the_source_of_a_value_gives_the_value(value: object) -> None:
    assert _run(values.source(value)) == value


def test_a_default_is_what_keel_would_make_of_it() -> None:
    assert values.email("Ada@Example.com") == "ada@example.com"
