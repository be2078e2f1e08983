"""The tables of words, by which rows are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import searched
from apiwright.plan import naming
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def search_tables(blueprint: Blueprint) -> tuple[Table, ...]:
    """One table for each resource that is searched, which keel lays out."""
    return tuple(_tables(blueprint))


def _tables(blueprint: Blueprint) -> Iterator[Table]:
    for resource in blueprint.resources:
        if words := searched(resource):
            yield _table(resource, tuple(words))


def _table(resource: Resource, fields: tuple[str, ...]) -> Table:
    name = resource.search_table
    return Table(
        name,
        (
            Column("id", "sa.BigInteger()"),
            Column("row_id", "sa.Uuid()"),
            Column("words", "postgresql.TSVECTOR()"),
        ),
        foreign_keys=(naming.foreign_key(name, "row_id", resource.nouns, "CASCADE"),),
        searched=fields,
    )
