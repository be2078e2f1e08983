"""What lies around the rows of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import route
from apiwright.plan.endpoint import WITH_INCLUDES, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def walks(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """What lies around a row of a tree."""
    if not resource.tree:
        return
    can, one, read = resource.access, resource.noun.replace("_", " "), f"{resource.name}Read"
    shown = f"{resource.name}{WITH_INCLUDES}" if resource.include else read
    page = f"{'CursorPage' if resource.listing.cursor else 'Page'}[{shown}]"
    said = {
        "children": (can.list, f"List what is right below one {one}", page),
        "ancestors": (can.read, f"List what is above one {one}, its root first", f"list[{read}]"),
        "subtree": (can.list, f"List one {one} and all that is below it", f"list[{read}]"),
    }
    for walk, (rule, about, answer) in said.items():
        if rule:
            yield Endpoint(*route(blueprint, resource, walk), about, str(rule), None, answer)
