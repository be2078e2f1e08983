"""Tables as records keep them: what a plan made, whatever a newer apiwright makes of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from apiwright.plan.table import Table
from apiwright.plan.tables import tables

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.survey.survey import Applied

_tables = TypeAdapter(tuple[Table, ...])


def keep_tables(blueprint: Blueprint | None) -> list[Any]:
    """The tables of what is built, as JSON that `kept_tables` reads."""
    made = tables(blueprint) if blueprint else ()
    kept: list[Any] = _tables.dump_python(made, mode="json", exclude_defaults=True)
    return kept


def kept_tables(applied: Applied | None, blueprint: Blueprint | None) -> tuple[Table, ...]:
    """The tables that stand once a plan is applied.

    Args:
        applied: Its record.
        blueprint: Its page, which says them where the record keeps none.
    """
    if applied and applied.tables:
        return _tables.validate_python(applied.tables)
    return tables(blueprint) if blueprint else ()
