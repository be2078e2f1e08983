"""What tells one statement of a service from another, and stand-ins for what does not."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from keel.access import Caller
from keel.data.compiled.statement import given
from keel.data.queries.filters import NOT_FILTERS

_ASKS = ("__is_null",)
"""Operators whose value decides what is asked, not what it is compared to."""
_CHANGED = ("__contains", "__startswith", "__has")
"""Operators that make something else of their value before the database has it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a statement depends on, except values.

    Attributes:
        kind: The caller's role, permissions, and whether they have an account and a tenant.
        sort: The order.
        filters: The filters that are there, each with how many values it takes, if several, or
            with what it asks.
        given: What lists are kept to.
    """

    kind: tuple[str | None, frozenset[str], bool, bool]
    sort: str | None = None
    filters: tuple[tuple[str, int | None], ...] = ()
    given: tuple[str, ...] = ()

    def caller(self) -> Caller:
        """Somebody of this kind, with stand-ins for what tells them from others."""
        role, permissions, is_known, is_of_tenant = self.kind
        standing: Any = {
            "id": given("caller") if is_known else None,
            "tenant_id": given("tenant") if is_of_tenant else None,
        }
        return Caller(role=role, permissions=permissions, **standing)

    def query(self, kind: type[BaseModel]) -> BaseModel:
        """A query of this shape, with stand-ins for its values."""
        values: dict[str, Any] = dict.fromkeys(kind.model_fields)
        values.update(sort=self.sort)
        for name, many in self.filters:
            values[name] = _stand_in(name, many)
        return kind.model_construct(**values)


def kind_of(caller: Caller) -> tuple[str | None, frozenset[str], bool, bool]:
    """What policies tell callers by."""
    is_of_tenant = caller.tenant_id is not None
    return caller.role, caller.permissions, caller.id is not None, is_of_tenant


def values_of(caller: Caller) -> dict[str, Any]:
    """What stands where a shape has stand-ins for a caller."""
    return {"caller": caller.id, "tenant": caller.tenant_id}


def filters_of(
    query: BaseModel, values: dict[str, Any]
) -> tuple[tuple[str, int | None], ...] | None:
    """The filters of a query, and their values among the others; `None` if some need more.

    Args:
        query: What was asked.
        values: Where the values go.
    """
    filters: list[tuple[str, int | None]] = []
    for name, value in query.__dict__.items():
        if value is None or name in NOT_FILTERS:
            continue
        several = name.endswith("__in")
        if name.endswith(_CHANGED) or isinstance(value, list) is not several:
            return None
        if several:
            values.update({f"{name}_{place}": each for place, each in enumerate(value)})
            filters.append((name, len(value)))
        elif name.endswith(_ASKS):
            filters.append((name, value))
        else:
            values[name] = value
            filters.append((name, None))
    return tuple(filters)


def _stand_in(name: str, many: int | None) -> Any:
    if many is None:
        return given(name)
    return many if name.endswith(_ASKS) else [given(f"{name}_{place}") for place in range(many)]
