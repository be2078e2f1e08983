"""What each account has one of, at a path without an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Resource


def singletons(resource: Resource) -> Iterator[Endpoint]:
    """The endpoints of the caller's own row."""
    name, noun, answer = resource.name, resource.noun, f"{resource.name}Read"
    path, said, below = resource.path, noun.replace("_", " "), resource.nouns
    if rule := resource.access.read:
        call, about = f"read_{noun}", f"Read your own {said}"
        yield Endpoint("GET", path, call, about, str(rule), None, answer, below=below)
    if rule := resource.access.update:
        call, about, body = f"update_{noun}", f"Change your own {said}", f"{name}Update"
        yield Endpoint("PATCH", path, call, about, str(rule), body, answer, below=below)
