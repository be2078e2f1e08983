"""Choosing rows of a list: filters, order, search."""

from collections.abc import Callable
from enum import Enum
from typing import Any, get_args

from keel.data.filters import NOT_FILTERS
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.linked import links
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.suites.walk import walk

_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "": lambda value, given: value == given,
    "ne": lambda value, given: value != given,
    "gt": lambda value, given: value is not None and value > given,
    "gte": lambda value, given: value is not None and value >= given,
    "lt": lambda value, given: value is not None and value < given,
    "lte": lambda value, given: value is not None and value <= given,
    "in": lambda value, given: value in given,
    "contains": lambda value, given: given.lower() in (value or "").lower(),
    "startswith": lambda value, given: (value or "").lower().startswith(given.lower()),
    "is_null": lambda value, given: (value is None) == given,
}


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
    return get_args(field.annotation) if field else ()


def _searched(resource: Resource) -> tuple[str, ...]:
    endpoint = resource.endpoints.get("list")
    asks = endpoint and endpoint.query and "q" in endpoint.query.model_fields
    return resource.searched if asks else ()


class FindTests:
    """A list shows exactly the rows that were asked for, in the order that was asked for."""

    @each(_filters)
    def test_a_filter_finds_what_it_names(self, scene: Scene, case: str) -> None:
        field, _, operator = case.partition("__")
        rows = [scene.row() for _ in range(3)]
        values = [value for row in rows if (value := getattr(row, field)) is not None]
        value = values[0] if values else getattr(scene.row(**scene.value(field)), field)
        given = _given(operator, value)
        expected = [
            row
            for row in scene.reached("list", scene.allowed("list"))
            if _HOLDS[operator](getattr(row, field), given)
        ]
        _must_find(scene, expected, **{case: given})

    @each(_orders)
    def test_the_order_is_the_one_asked_for(self, scene: Scene, case: str) -> None:
        field = case.removeprefix("-")
        for _ in range(4):
            scene.row()
        if scene.resource.table.c[field].nullable:
            scene.row(**{field: None})
        rows = scene.reached("list", scene.allowed("list"))
        rows.sort(key=lambda row: _place(row, field), reverse=case.startswith("-"))
        shown, last = _shown(scene, {"sort": case})
        ids = [str(row.id) for row in rows]
        last.must_hold(shown == ids, f"the rows {ids} in this order, not {shown}")

    @each(_searched)
    def test_a_search_looks_in(self, scene: Scene, case: str) -> None:
        rows = [scene.row() for _ in range(3)]
        word = next(text for row in rows if (text := getattr(row, case))).split()[0]
        expected = [
            row
            for row in scene.reached("list", scene.allowed("list"))
            if any(_HOLDS["contains"](getattr(row, name), word) for name in scene.resource.searched)
        ]
        _must_find(scene, expected, q=word.upper())


def _must_find(scene: Scene, expected: list[Any], **query: Any) -> None:
    """Show each of the expected rows once, and no other."""
    shown, last = _shown(scene, query)
    ids = sorted(str(row.id) for row in expected)
    last.must_hold(sorted(shown) == ids, f"for {query} the rows {ids}, not {sorted(shown)}")


def _shown(scene: Scene, query: dict[str, Any]) -> tuple[list[str], Answer]:
    """The ids on all pages of a list, and the last of these pages."""
    visitor = scene.allowed("list")
    first = visitor.get(scene.path("list", visitor), **query).must_be(
        200, "the list offers this query"
    )
    return walk(visitor, first, "next")


def _given(operator: str, value: Any) -> Any:
    match operator:
        case "in":
            return [value]
        case "contains":
            return value[1:5].strip().upper()
        case "startswith":
            return value[:3].strip().upper()
        case "is_null":
            return True
        case _:
            return value


def _place(row: Any, field: str) -> tuple[Any, ...]:
    """Where a row stands: NULL after every value, ties by id; ids sort by age."""
    value = row.id if field == "created_at" else getattr(row, field)
    value = value.value if isinstance(value, Enum) else value
    return (value is None, value if value is not None else 0, row.id)
