"""Expressions over the fields of one row, read from a page."""

from decimal import Decimal

import pytest
from apiwright.blueprint.computed.model import Clock, Constant, Name, Operation
from apiwright.blueprint.model import Field
from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.blueprint.read import read_blueprint

PAGE = """\
backend: Shop
resources:
  Line:
    fields:
      first: str 1..40
      last: str? 1..50
      body: text ..10000
      price: decimal(10,2)
      rate: decimal(8,4)?
      quantity: int
      weight: float
      kind: work | goods
      mood: calm | bright
      done: bool
      due: date
      paid: datetime?
      extra: json?
      secret: int, write-only
      value: 'SAID'
    access: {read: anyone}
"""
LINE = 19
COLUMN = 15


def computed(said: str) -> Field:
    (field,) = read_blueprint(PAGE.replace("SAID", said)).resource("Line").computed
    return field


@pytest.mark.parametrize(
    ("said", "kind", "places", "optional"),
    [
        ("= price * quantity", "decimal", 2, False),
        ("= price * rate", "decimal", 6, True),
        ("= price - rate", "decimal", 4, True),
        ("= quantity * 2 + 1", "int", None, False),
        ("= quantity / 2", "decimal", 2, False),
        ("= rate / quantity", "decimal", 4, True),
        ("= -quantity", "int", None, False),
        ("= price * 1.125", "decimal", 5, False),
        ('= first + " " + last', "str", None, True),
        ("= first + body", "text", None, False),
        ("= due < today", "bool", None, False),
        ("= paid != now", "bool", None, True),
        ('= kind = "work"', "bool", None, False),
        ("= (price > 1) = done", "bool", None, False),
    ],
)
def test_its_type_is_found(said: str, kind: str, places: int | None, optional: object) -> None:
    field = computed(said)
    assert (field.type, field.places, field.optional) == (kind, places, optional)


def test_a_joined_text_is_as_long_as_its_parts() -> None:
    assert computed('= first + ", " + last').maximum == 92


def test_operators_bind_as_in_school() -> None:
    product = Operation("*", (Name("price"), Constant(2)))
    assert computed("= 1 + price*2 - -3").computed == Operation(
        "-", (Operation("+", (Constant(1), product)), Constant(-3))
    )
    assert computed("= (price - 1.50) - (price - 1)").computed == Operation(
        "-",
        (
            Operation("-", (Name("price"), Constant(Decimal("1.50")))),
            Operation("-", (Name("price"), Constant(1))),
        ),
    )


def test_what_is_the_same_for_every_row_stands_behind() -> None:
    assert computed("= today > due").computed == Operation("<", (Name("due"), Clock("today")))


@pytest.mark.parametrize(
    ("said", "at", "message"),
    [
        ("= first - quantity", 2, "`-` needs two numbers, not a text and a number."),
        (
            "= quantity + first",
            13,
            "`+` needs two numbers or two texts, not a number and a text.",
        ),
        ("= prise * 2", 2, "`prise` is no field here. Write `price`."),
        ("= price / 0", 10, "Nothing can be divided by zero."),
        ("= price * ", 10, "It ends early."),
        ("=", 1, "It ends early."),
        ("= (price * 2", 12, "A bracket is not closed. Write `)`."),
        ("= price * 2)", 11, "`)` makes no sense here."),
        ("= price % 2", 8, "`% 2` makes no sense here."),
        ("= price", 2, "It repeats `price` and works nothing out."),
        ("= 7", 2, "It is the same for every row."),
        ("= 1 / 3 * price", 2, "Both sides are the same for every row. Work it out here."),
        ("= weight * 2", 2, "Nothing is worked out of a `float`. Make the field a decimal."),
        ("= extra + 1", 2, "Nothing is worked out of a `json`. Take it out."),
        ("= secret + 1", 2, "`secret` is write-only; this would tell it. Take it out."),
        (
            "= due < now",
            2,
            "A day cannot be compared with a moment. A day goes with `today`, a moment with `now`.",
        ),
        ("= kind > kind", 2, "`>` means nothing for a choice. Write `=` or `!=`."),
        ('= kind = "works"', 9, "`works` is no value of it. Write `work`."),
        ("= kind = mood", 2, "A choice cannot be compared with a choice."),
        (f"= price{' + price' * 50}", 0, "An expression has at most 300 characters."),
        ("= -first", 2, "`-` needs a number, not a text."),
        (
            "= rate * rate * rate",
            2,
            "It would have 12 digits after the point; 8 is the most.",
        ),
        (f"= {'(' * 30}price{')' * 30}", 22, "This nests deeper than 20 levels. Take levels out."),
    ],
)
def test_a_mistake_has_its_column(said: str, at: int, message: str) -> None:
    with pytest.raises(BlueprintMistakes) as caught:
        computed(said)
    (found,) = caught.value.mistakes
    assert (found.line, found.column) == (LINE, COLUMN + at)
    assert f"{found.what} {found.help}".startswith(message)


def test_rows_are_added_by_what_their_fields_come_to() -> None:
    page = """
backend: Shop
resources:
  Order:
    fields: {name: str, total: sum of lines.amount where is_big = true}
    access: {read: anyone}
  Line:
    fields: {order: Order, price: "decimal(10,2)", amount: = price * 2, is_big: = price > 10}
    access: {read: anyone}
"""
    (total,) = read_blueprint(page).resource("Order").computed
    assert (total.type, total.places) == ("decimal", 2)
