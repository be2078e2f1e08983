"""Names of indexes and constraints, as keel's naming convention gives them."""

from __future__ import annotations

import re
from dataclasses import replace

from apiwright.plan.table import Check, Condition, ForeignKey, Index, Unique

_OPERATORS = {">": "gt", ">=": "gte", "<": "lt", "<=": "lte", "!=": "ne"}
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


def primary_key(table: str) -> str:
    """Name of a primary key."""
    return f"pk_{table}"


def index(table: str, *columns: str) -> Index:
    """A plain index."""
    return Index(f"ix_{table}_{'_'.join(columns)}", columns)


def unique_undeleted(table: str, *columns: str) -> Index:
    """An index that lets no two rows that are there have the same."""
    return replace(index(table, *columns), unique_where="deleted_at IS NULL")


def unique(table: str, *columns: str) -> Unique:
    """A unique constraint."""
    return Unique(f"uq_{table}_{'_'.join(columns)}", columns)


def foreign_key(table: str, column: str, target: str, on_delete: str) -> ForeignKey:
    """A foreign key to the `id` of `target`."""
    return ForeignKey(f"fk_{table}_{column}_{target}", column, target, on_delete)


def check(table: str, column: str, enum: str, choices: tuple[str, ...]) -> Check:
    """A check that a column holds a value of a Python enum; `NoteMood` gives `note_mood`."""
    return Check(f"ck_{table}_{_WORD_START.sub('_', enum).lower()}", column, choices)


def together(table: str, *columns: str) -> Condition:
    """A check that columns are all null or all not."""
    first, *others = columns
    sql = " AND ".join(f"({first} IS NULL) = ({other} IS NULL)" for other in others)
    return Condition(f"ck_{table}_{'_and_'.join(columns)}", sql, columns)


def condition(table: str, left: str, operator: str, right: str) -> Condition:
    """A check that two columns are in order; `end > start` gives `end_gt_start`."""
    name = f"ck_{table}_{left}_{_OPERATORS[operator]}_{right}"
    return Condition(name, f"{left} {operator} {right}", (left, right))
