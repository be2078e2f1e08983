"""Where rows stand that hang on others: lists below a row, and what lies around in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.endpoint import WITH_INCLUDES, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def rows_path(blueprint: Blueprint, resource: Resource) -> str:
    """Where a resource is listed and created: `/projects/{project_id}/issues`."""
    if not resource.under:
        return resource.path
    field = resource.field(resource.under)
    above = blueprint.nouns(field.target or "").replace("_", "-")
    return f"/{above}/{{{field.column}}}{resource.path}"


def walks(resource: Resource) -> Iterator[Endpoint]:
    """What lies around a row of a tree."""
    if not resource.tree:
        return
    can, one, read = resource.access, resource.noun.replace("_", " "), f"{resource.name}Read"
    row, name = f"{resource.path}/{{{resource.noun}_id}}", resource.noun
    shown = f"{resource.name}{WITH_INCLUDES}" if resource.include else read
    page = f"{'CursorPage' if resource.listing.cursor else 'Page'}[{shown}]"
    if rule := can.list:
        said = f"List what is right below one {one}"
        path, call = f"{row}/children", f"list_{name}_children"
        yield Endpoint("GET", path, call, said, str(rule), None, page)
    if rule := can.read:
        said = f"List what is above one {one}, its root first"
        path, call = f"{row}/ancestors", f"list_{name}_ancestors"
        yield Endpoint("GET", path, call, said, str(rule), None, f"list[{read}]")
    if rule := can.list:
        said = f"List one {one} and all that is below it"
        path, call = f"{row}/subtree", f"list_{name}_subtree"
        yield Endpoint("GET", path, call, said, str(rule), None, f"list[{read}]")
