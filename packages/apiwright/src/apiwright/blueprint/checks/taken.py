"""Routes and names that a backend has before its owner adds any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.lists import scalars
from apiwright.blueprint.types import annotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_ACCOUNTS = {
    "POST /users/sign-up": "sign_up",
    "GET /users/me": "read_me",
    "PATCH /users/me": "update_me",
    "DELETE /users/me": "delete_me",
    "POST /auth/sign-in": "sign_in",
    "POST /auth/refresh": "refresh",
    "POST /auth/sign-out": "sign_out",
    "POST /auth/change-password": "change_password",
}
_HEALTH = {"GET /health/live": "live", "GET /health/ready": "ready"}


def taken_routes(blueprint: Blueprint) -> dict[str, str]:
    """The name of each route by its method and path, with `{}` for a parameter."""
    routes = _HEALTH | (_ACCOUNTS if blueprint.auth else {})
    for resource in blueprint.resources:
        routes |= dict(_operations(resource))
    return routes


def taken_schemas(blueprint: Blueprint) -> dict[str, str]:
    """Whose each class is that has a name already."""
    built = reserved.classes(resource.name for resource in blueprint.resources)
    taken = dict.fromkeys(built, "built code")
    for resource in blueprint.resources:
        taken[resource.name] = f"the resource `{resource.name}`"
        for field, _ in scalars(resource.fields, ()):
            if field.choices:
                taken[annotation(resource, field)] = f"the values of `{field.name}`"
    return taken


def _operations(resource: Resource) -> Iterator[tuple[str, str]]:
    rows, row = resource.path, f"{resource.path}/{{}}"
    yield f"GET {rows}", f"list_{resource.nouns}"
    yield f"POST {rows}", f"create_{resource.noun}"
    yield f"GET {row}", f"read_{resource.noun}"
    yield f"PATCH {row}", f"update_{resource.noun}"
    yield f"DELETE {row}", f"delete_{resource.noun}"
    if resource.export:
        yield f"GET {rows}/export.{{}}", f"export_{resource.nouns}"
