"""Lists that can be had whole, in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import route
from apiwright.plan.endpoint import FILE, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def exports(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """The endpoint that answers a whole list, if there is one."""
    if resource.export and resource.access.list:
        nouns = resource.nouns
        yield Endpoint(
            *route(blueprint, resource, "export"),
            f"Export {nouns.replace('_', ' ')} as {' or '.join(resource.export)}",
            str(resource.access.list),
            None,
            FILE,
            below=nouns,
        )


def lost_formats(was: Resource, now: Resource) -> Iterator[str]:
    """What the list could be had as and no longer can, while there is an export."""
    if now.export:
        for word in was.export:
            if word not in now.export:
                yield f"`{was.name}` can no longer be exported as `{word}`."
