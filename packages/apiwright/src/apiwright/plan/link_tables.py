"""The tables of pairs, by which rows are linked many to many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan import naming
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Link, Resource


def link_tables(blueprint: Blueprint) -> tuple[Table, ...]:
    """One table for each list of rows; a pair goes with either of its rows."""
    return tuple(
        _table(link, resource, blueprint)
        for resource in blueprint.resources
        for link in resource.links
    )


def _table(link: Link, resource: Resource, blueprint: Blueprint) -> Table:
    name, near = link.table(resource), f"{resource.noun}_id"
    ends = {near: resource.nouns, link.column: blueprint.nouns(link.target)}
    return Table(
        name,
        tuple(Column(column, "sa.Uuid()") for column in ends),
        indexes=(naming.index(name, link.column),),
        foreign_keys=tuple(
            naming.foreign_key(name, column, target, "CASCADE") for column, target in ends.items()
        ),
        key=tuple(ends),
    )
