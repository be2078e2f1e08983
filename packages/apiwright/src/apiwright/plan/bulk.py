"""Many rows in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import route
from apiwright.plan.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_SAID = {"create": "Add", "update": "Change", "delete": "Delete"}


def bulk(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """The endpoints that take many rows, those that somebody may call."""
    name, nouns = resource.name, resource.nouns
    bodies = {"create": f"{name}Create", "update": f"{name}BulkUpdate", "delete": "UUID"}
    for operation in resource.bulk:
        deletes = operation == "delete"
        yield Endpoint(
            *route(blueprint, resource, f"bulk {operation}"),
            f"{_SAID[operation]} several {nouns.replace('_', ' ')}",
            str(getattr(resource.access, operation)),
            f"Bulk[{bodies[operation]}]",
            "BulkDeletions" if deletes else f"BulkOutcomes[{name}Read]",
            below=nouns,
        )
