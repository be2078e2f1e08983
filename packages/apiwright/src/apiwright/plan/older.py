"""What of an older version is other than in the version of the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.model import Link
from apiwright.blueprint.relations import included
from apiwright.plan.endpoint import WITH_INCLUDES, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.versions.version import OlderShape, OlderVersion


def older_endpoint(today: Endpoint, version: OlderVersion, schemas: Mapping[str, str]) -> Endpoint:
    """An operation as clients of an older version call it; its logic is that of today."""
    return replace(
        today,
        path=f"/{version.name}{today.path}",
        name=f"{today.name}_{version.name}",
        body=_named(today.body, schemas),
        returns=_named(today.returns, schemas),
        logic="",
        terms=today.terms or version.terms.words,
        below=today.domain,
    )


def older_schemas(blueprint: Blueprint, version: OlderVersion) -> dict[str, str]:
    """The schemas that an older version has instead of those of today, by their names."""
    every = [
        name
        for resource in blueprint.resources
        for name in changed_schemas(resource, version.shape(resource.name))
    ]
    for resource in blueprint.resources:
        around = {f"{each.resource}Read" for each in included(blueprint, resource)}
        if resource.include and {*every} & {f"{resource.name}Read", *around}:
            every.append(f"{resource.name}{WITH_INCLUDES}")
    return {name: f"{name}{suffix(version)}" for name in every}


def changed_schemas(resource: Resource, shape: OlderShape) -> Iterator[str]:
    """The schemas of a resource in which something has another name, or is not there."""
    names, name = {*dict(shape.was), *shape.without}, resource.name
    parts = [part for part in resource.parts if part.name in names]
    if any(isinstance(each, Link) or not each.write_only for each in parts):
        yield f"{name}Read"
    is_given = any(_is_given(each, resource) for each in parts)
    if resource.access.create and is_given:
        yield f"{name}Create"
    if resource.access.update and is_given:
        yield f"{name}Update"
    if resource.access.list and _is_asked(resource, names):
        yield from [f"{name}Selection"] * bool(resource.export)
        yield f"{name}Query"
    for action in resource.actions:
        if names & {field.name for field in action.body}:
            yield action.body_class(resource)


def suffix(version: OlderVersion) -> str:
    """What the names of its schemas end with: `V1`."""
    return version.name.upper()


def _named(said: str | None, schemas: Mapping[str, str]) -> str | None:
    return said and re.sub(r"\w+", lambda name: schemas.get(name[0], name[0]), said)


def _is_given(part: Field | Link, resource: Resource) -> bool:
    """Whether bodies have it."""
    return not (part.read_only or part in resource.computed or part.name == resource.under)


def _is_asked(resource: Resource, names: set[str]) -> bool:
    """Whether a list filters, sorts or looks for words by any of these fields."""
    searched = {field.name for field in resource.fields if field.search}
    filtered = {each.field for each in resource.listing.filters}
    return bool(names & {*searched, *filtered, *resource.listing.sort})
