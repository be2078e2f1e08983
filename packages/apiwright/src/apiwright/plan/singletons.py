"""What each account has one of, at a path without an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import route
from apiwright.plan.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def singletons(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """The endpoints of the caller's own row."""
    name, answer, below = resource.name, f"{resource.name}Read", resource.nouns
    said = resource.noun.replace("_", " ")
    if rule := resource.access.read:
        at, about = route(blueprint, resource, "read"), f"Read your own {said}"
        yield Endpoint(*at, about, str(rule), None, answer, below=below)
    if rule := resource.access.update:
        at, about = route(blueprint, resource, "update"), f"Change your own {said}"
        yield Endpoint(*at, about, str(rule), f"{name}Update", answer, below=below)
