"""Who made and changed a row, and the history of its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import AUDIT
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import Field
from apiwright.blueprint.routes import route
from apiwright.plan import naming
from apiwright.plan.accounts import with_people
from apiwright.plan.endpoint import Endpoint
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_CHANGES = Field("changes", "json")


def history(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """The endpoint that tells what changed in a row, if there is one."""
    if resource.history:
        yield Endpoint(
            *route(blueprint, resource, "history"),
            f"List what changed in one {resource.noun.replace('_', ' ')}",
            str(resource.history),
            None,
            "Page[Change]",
        )


def histories(blueprint: Blueprint) -> tuple[Table, ...]:
    """One table for each resource that keeps its history; entries stay when their row goes."""
    return tuple(_table(each) for each in blueprint.resources if each.has_history)


def _table(resource: Resource) -> Table:
    name = resource.history_table
    columns = (
        Column("id", "sa.Uuid()"),
        Column("row_id", "sa.Uuid()"),
        Column("at", "sa.DateTime(timezone=True)"),
        Column("operation", "sa.String(length=40)"),
        Column("changes", type_of(_CHANGES).column(_CHANGES)),
    )
    bare = Table(name, columns, indexes=(naming.index(name, "row_id"),))
    return with_people(bare, owned=resource.owned, noted=["by_id"])


def lost_audit(was: Resource, now: Resource) -> Iterator[str]:
    """What answers no longer have of who made and changed a row."""
    if was.audited and not now.audited:
        own = {field.column for field in now.fields}
        for column in (f"{name}_id" for name in AUDIT):
            if column not in own:
                yield f"`{was.name}.{column}` is gone: answers do not have it."
