from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from apiwright.blueprint.model import Blueprint, Field

FORMS: dict[str, dict[str, Any]] = {
    "str": {"type": "str", "maximum": 255},
    "str?": {"type": "str", "maximum": 255, "optional": True},
    "str 1..120": {"type": "str", "minimum": 1, "maximum": 120},
    "str 0..": {"type": "str", "maximum": 255},
    "str ..10": {"type": "str", "maximum": 10},
    "str 13": {"type": "str", "minimum": 13, "maximum": 13},
    "str? 1..": {"type": "str", "minimum": 1, "maximum": 255, "optional": True},
    "str 300..": {"type": "str", "minimum": 300, "maximum": 10_000},
    "text": {"type": "text", "maximum": 10_000},
    "int": {"type": "int", "minimum": -2147483647, "maximum": 2147483647},
    "int 0.. = 7": {
        "type": "int",
        "minimum": 0,
        "maximum": 2147483647,
        "default": 7,
        "has_default": True,
    },
    "int 3000000000..": {"type": "int", "minimum": 3000000000, "maximum": 2**63 - 1},
    "int -5..-1": {"type": "int", "minimum": -5, "maximum": -1},
    "float -0.5..1e3": {"type": "float", "minimum": -0.5, "maximum": 1000.0},
    "decimal(10,2) 0..99.95": {
        "type": "decimal",
        "digits": 10,
        "places": 2,
        "minimum": Decimal(0),
        "maximum": Decimal("99.95"),
    },
    "bool = false": {"type": "bool", "default": False, "has_default": True},
    "date = 2001-12-31": {"type": "date", "default": date(2001, 12, 31), "has_default": True},
    "datetime = 2001-12-31T01:00:00+01:00": {
        "type": "datetime",
        "default": datetime(2001, 12, 31, tzinfo=UTC),
        "has_default": True,
    },
    "email, unique": {"type": "email", "unique": True},
    "text, search 4": {"type": "text", "maximum": 10_000, "search": 4},
    "url?, search": {"type": "url", "optional": True, "search": True},
    "json?": {"type": "json", "optional": True},
    "draft | published": {"type": "enum", "choices": ("draft", "published")},
    "draft|in-print ? = draft": {
        "type": "enum",
        "choices": ("draft", "in-print"),
        "optional": True,
        "default": "draft",
        "has_default": True,
    },
    "Author": {"type": "reference", "target": "Author"},
    "Author?,  on  delete set null": {
        "type": "reference",
        "target": "Author",
        "optional": True,
        "on_delete": "set null",
    },
    "User, on delete cascade": {"type": "reference", "target": "User", "on_delete": "cascade"},
    r"str 4, matches ^\d{1,4}[,=]?$, index = 1234": {
        "type": "str",
        "minimum": 4,
        "maximum": 4,
        "pattern": r"^\d{1,4}[,=]?$",
        "index": True,
        "default": "1234",
        "has_default": True,
    },
    "str?,index,read-only": {
        "type": "str",
        "maximum": 255,
        "optional": True,
        "index": True,
        "read_only": True,
    },
    "str, write-only = a, b": {
        "type": "str",
        "maximum": 255,
        "write_only": True,
        "default": "a, b",
        "has_default": True,
    },
    'str = ""': {"type": "str", "maximum": 255, "default": "", "has_default": True},
}

Read = Callable[[str], Blueprint]


@pytest.mark.parametrize("form", FORMS)
def test_a_short_form_means_what_it_says(form: str, read_page: Read) -> None:
    field = read_page(f"thing: >-\n  {form}").resource("Book").field("thing")
    assert field == Field("thing", **FORMS[form])


def test_a_long_form_means_the_same_as_a_short_one(read_page: Read) -> None:
    book = read_page(
        """
        price: decimal(10,2)? 0..99.95 = 1.5
        cost:
          type: decimal
          digits: 10
          places: 2
          optional: true
          min: 0
          max: 99.95
          default: 1.5
        code: str 13, matches ^9, unique, search
        number: {type: str, min: 13, max: 13, matches: ^9, unique: true, search: true}
        state: draft | published = draft
        phase: {values: [draft, published], default: draft}
        stage: {type: enum, values: [draft, published], default: draft}
        author: Author?, on delete set null
        writer: {type: Author, optional: true, on_delete: set null}
        """
    ).resource("Book")
    by_name = {field.name: {**_words(field), "name": ""} for field in book.fields}
    assert by_name["price"] == by_name["cost"]
    assert by_name["code"] == by_name["number"]
    assert by_name["state"] == by_name["phase"] == by_name["stage"]
    assert by_name["author"] == by_name["writer"]


def test_a_long_form_can_hold_a_short_one_and_say_more(read_page: Read) -> None:
    book = read_page(
        """
        isbn:
          type: str 13, unique
          about: The ISBN, without hyphens.
          example: "9780141439518"
        price: {type: "decimal(10,2) 0..", example: 9.5}
        """
    ).resource("Book")
    isbn, price = book.fields
    assert (isbn.unique, isbn.maximum) == (True, 13)
    assert (isbn.about, isbn.example) == ("The ISBN, without hyphens.", "9780141439518")
    assert price.example == "9.50", "examples are what answers show"


def _words(field: Field) -> dict[str, Any]:
    return {name: getattr(field, name) for name in field.__slots__}
