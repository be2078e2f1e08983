"""The tables of words, by which rows are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import searched
from apiwright.plan import naming
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint


def search_tables(blueprint: Blueprint) -> tuple[Table, ...]:
    """One table for each resource that is searched, which keel lays out."""
    return tuple(_tables(blueprint))


def _tables(blueprint: Blueprint) -> Iterator[Table]:
    for resource in blueprint.resources:
        if words := searched(resource):
            yield words_of(resource.nouns, tuple(words))


def words_of(table: str, fields: tuple[str, ...]) -> Table:
    """The table of the words of a table."""
    name = f"{table}_search"
    return Table(
        name,
        (
            Column("id", "sa.BigInteger()"),
            Column("row_id", "sa.Uuid()"),
            Column("words", "postgresql.TSVECTOR()"),
        ),
        foreign_keys=(naming.foreign_key(name, "row_id", table, "CASCADE"),),
        searched=fields,
    )
