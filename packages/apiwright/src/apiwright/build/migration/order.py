"""The order in which tables can be made: each after those that it refers to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.plan.table import ForeignKey, Table

    Late = tuple[str, ForeignKey]


def in_order(tables: Iterable[Table]) -> tuple[list[Table], list[Late]]:
    """Sort tables by their foreign keys.

    Returns:
        The tables in order, and by table's name those foreign keys, taken out of them, that have
        to come later because tables refer to each other in a circle.
    """
    waiting = {table.name: table for table in tables}
    ordered: list[Table] = []
    late: list[Late] = []
    while waiting:
        table = min(waiting.values(), key=lambda table: len(_ahead(table, waiting)))
        del waiting[table.name]
        early = _ahead(table, waiting)
        late += ((table.name, key) for key in early)
        kept = tuple(key for key in table.foreign_keys if key not in early)
        ordered.append(replace(table, foreign_keys=kept))
    return ordered, late


def _ahead(table: Table, waiting: dict[str, Table]) -> list[ForeignKey]:
    """Foreign keys to other tables that do not stand yet."""
    return [key for key in table.foreign_keys if key.target in waiting and key.target != table.name]
