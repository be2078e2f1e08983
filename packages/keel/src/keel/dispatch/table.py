"""Which operation a method and a path name, at the same cost however many there are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from fastapi.routing import APIRoute, iter_route_contexts
from starlette.convertors import StringConvertor

from keel.dispatch.operation import Operation
from keel.dispatch.parameters import Unknown

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from fastapi.routing import RouteContext
    from starlette.routing import BaseRoute

_NAMED = ""  # stands for any part that is not empty


class Entry(NamedTuple):
    """An operation, and what comes before it.

    Attributes:
        place: Its place among all routes: of those that match, the first one counts.
        names: Of the path's parameters, by the place of their part.
        others: The paths of earlier routes that may match too; FastAPI knows them.
    """

    place: int
    operation: Operation
    names: Sequence[tuple[int, str]]
    others: Sequence[re.Pattern[str]]


class Table:
    """The operations that are laid out, by method and path.

    Args:
        routes: All routes of an app, in their order.
    """

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._entries: dict[tuple[str, tuple[str, ...]], Entry] = {}
        # For each method and number of parts, which of them may be parameters.
        self._masks: defaultdict[tuple[str, int], set[tuple[int, ...]]] = defaultdict(set)
        others: list[RouteContext] = []
        for place, route in enumerate(iter_route_contexts(routes)):
            if not self._add(place, route, others):
                others.append(route)

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """The operation and the parameters of its path; `None` where FastAPI shall look."""
        parts = path.split("/")
        found: Entry | None = None
        for mask in self._masks.get((method, len(parts)), ()):
            key = parts.copy()
            for place in mask:
                key[place] = _NAMED
            entry = self._entries.get((method, tuple(key)))
            if entry and (found is None or entry.place < found.place):
                found = entry
        if found is None or any(other.match(path) for other in found.others):
            return None
        values = {name: parts[place] for place, name in found.names}
        return (found.operation, values) if all(values.values()) else None

    def _add(self, place: int, route: Any, others: Sequence[Any]) -> bool:
        """Whether an operation could be laid out."""
        if not isinstance(route.original_route, APIRoute) or not _is_simple(route):
            return False
        try:
            operation = Operation(route)
        except (Unknown, AttributeError):
            return False
        parts: list[str] = route.path_format.split("/")
        names = [(at, part[1:-1]) for at, part in enumerate(parts) if part.startswith("{")]
        for at, _ in names:
            parts[at] = _NAMED
        beside = [each.path_regex for each in others if _may_meet(each, route)]
        for method in route.methods:
            self._masks[method, len(parts)].add(tuple(at for at, _ in names))
            self._entries.setdefault((method, tuple(parts)), Entry(place, operation, names, beside))
        return True


def _is_simple(route: Any) -> bool:
    """Whether each parameter is a whole part of the path."""
    kinds = route.param_convertors.values()
    parts = route.path_format.split("/")
    return all(type(each) is StringConvertor for each in kinds) and all(
        part.startswith("{") == part.endswith("}") and ("{" in part) == part.startswith("{")
        for part in parts
    )


def _may_meet(other: Any, route: Any) -> bool:
    """Whether some path may match both: what stands before their parameters does not differ."""
    regex, path = getattr(other, "path_regex", None), getattr(other, "path_format", "")
    if regex is None:
        return False
    heads = (path.partition("{")[0], route.path_format.partition("{")[0])
    return heads[0].startswith(heads[1]) or heads[1].startswith(heads[0])
