"""Choosing rows of a list: filters and order."""

from enum import Enum
from typing import Any, get_args

from keel.data.queries.filters import NOT_FILTERS
from keel.data.searching.finding import RELEVANCE
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.holds import HOLDS
from keel.testing.linked import links
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.suites.walk import walk


def _filters(resource: Resource) -> list[str]:
    endpoint = resource.endpoints.get("list")
    names = endpoint.query.model_fields if endpoint and endpoint.query else ()
    linked = links(resource.model)
    return [
        name for name in names if name not in NOT_FILTERS and name.partition("__")[0] not in linked
    ]


def _orders(resource: Resource) -> tuple[str, ...]:
    endpoint = resource.endpoints.get("list")
    field = endpoint.query.model_fields.get("sort") if endpoint and endpoint.query else None
    orders: tuple[str, ...] = get_args(field.annotation) if field else ()
    return tuple(order for order in orders if not (order == RELEVANCE and resource.searched))


class FindTests:
    """A list shows exactly the rows that were asked for, in the order that was asked for."""

    @each(_filters)
    def test_a_filter_finds_what_it_names(self, scene: Scene, case: str) -> None:
        field, _, operator = case.partition("__")
        visitor = scene.allowed("list")
        rows = [scene.full_row(visitor) for _ in range(3)]
        values = [scene.told(row, field, visitor) for row in rows]
        given = asked(operator, some_value(values, scene, field))
        expected = [
            row
            for row in scene.reached("list", visitor)
            if HOLDS[operator](scene.told(row, field, visitor), given)
        ]
        _must_find(scene, expected, **{case: given})

    @each(_orders)
    def test_the_order_is_the_one_asked_for(self, scene: Scene, case: str) -> None:
        field, visitor = case.removeprefix("-"), scene.allowed("list")
        for _ in range(4):
            scene.full_row(visitor)
        if field in scene.resource.computed:
            scene.row()
        elif scene.resource.table.c[field].nullable:
            scene.row(**dict.fromkeys(scene.resource.together(field), None))
        rows = scene.reached("list", visitor)
        told = "id" if field == "created_at" else field  # ids are in order of age
        places = {row.id: _place(scene.told(row, told, visitor), row) for row in rows}
        rows.sort(key=lambda row: places[row.id], reverse=case.startswith("-"))
        shown, last = listed(scene, {"sort": case})
        ids = [str(row.id) for row in rows]
        last.must_hold(shown == ids, f"the rows {ids} in this order, not {shown}")


def _must_find(scene: Scene, expected: list[Any], **query: Any) -> None:
    """Show each of the expected rows once, and no other."""
    shown, last = listed(scene, query)
    ids = sorted(str(row.id) for row in expected)
    last.must_hold(sorted(shown) == ids, f"for {query} the rows {ids}, not {sorted(shown)}")


def listed(scene: Scene, query: dict[str, Any]) -> tuple[list[str], Answer]:
    """The ids on all pages of a list, and the last of these pages."""
    visitor = scene.allowed("list")
    first = visitor.get(scene.path("list", visitor), **query).must_be(
        200, "the list offers this query"
    )
    return walk(visitor, first, "next")


def some_value(values: list[Any], scene: Scene, field: str) -> Any:
    """A value that is there; else one that a new row has, or any."""
    found = [value for value in values if value is not None]
    if found:
        return found[0]
    value = scene.value(field)
    return value[field] if field in scene.resource.computed else getattr(scene.row(**value), field)


def asked(operator: str, value: Any) -> Any:
    """What a filter takes that shall find a row with this value."""
    match operator:
        case "in":
            return [value]
        case "has":
            return value[0]
        case "contains":
            return value[1:5].strip().upper()
        case "startswith":
            return value[:3].strip().upper()
        case "is_null":
            return True
        case _:
            return value


def _place(value: Any, row: Any) -> tuple[Any, ...]:
    """Where a row with this value stands: NULL after every value, ties by id."""
    value = value.value if isinstance(value, Enum) else value
    return (value is None, value if value is not None else 0, row.id)
