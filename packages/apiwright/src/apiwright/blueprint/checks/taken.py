"""Routes and names that a backend has before its owner adds any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.blueprint import names, reserved
from apiwright.blueprint.bulk import METHODS, PARTS
from apiwright.blueprint.checks.nesting import OF_TREES
from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.fields.types import annotation
from apiwright.blueprint.files import file_routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_ACCOUNTS = {
    "POST /users/sign-up": "sign_up",
    "GET /users/me": "read_me",
    "PATCH /users/me": "update_me",
    "POST /users/me/delete": "delete_me",
    "POST /users/verify-email": "verify_email",
    "GET /.well-known/jwks.json": "read_keys",
    "POST /auth/sign-in": "sign_in",
    "POST /auth/refresh": "refresh",
    "POST /auth/sign-out": "sign_out",
    "POST /auth/change-password": "change_password",
    "POST /auth/forgot-password": "forgot_password",
    "POST /auth/reset-password": "reset_password",
    "POST /auth/change-email": "change_email",
    "POST /auth/confirm-email": "confirm_email",
    "GET /auth/sessions": "list_sessions",
    "DELETE /auth/sessions/{}": "end_session",
    "POST /auth/sign-out-everywhere": "sign_out_everywhere",
}
_OF_AUDITS = ("Audited",)
_OF_HISTORIES = ("Change", "History", "OwnedHistory", "ValueChange")
_HEALTH = {"GET /health/live": "live", "GET /health/ready": "ready"}


def taken_routes(blueprint: Blueprint) -> dict[str, str]:
    """The name of each route by its method and path, with `{}` for a parameter."""
    routes = _HEALTH | (_ACCOUNTS if blueprint.auth else {})
    for resource in blueprint.resources:
        routes |= dict(_operations(blueprint, resource))
    return routes


def taken_schemas(blueprint: Blueprint) -> dict[str, str]:
    """Whose each class is that has a name already."""
    built = reserved.classes(resource.name for resource in blueprint.resources)
    taken = dict.fromkeys(built | classes_of_histories(blueprint), "built code")
    for resource in blueprint.resources:
        taken[resource.name] = f"the resource `{resource.name}`"
        for field, _ in scalars(resource.fields, ()):
            if field.choices:
                taken[annotation(resource, field)] = f"the values of `{field.name}`"
    return taken


def classes_of_histories(blueprint: Blueprint) -> frozenset[str]:
    """The classes that code has for audits and histories, if there are any."""
    audits = {name for each in blueprint.resources if each.audited for name in _OF_AUDITS}
    kept = [each for each in blueprint.resources if each.has_history]
    of_keel = _OF_HISTORIES if kept else ()
    return frozenset({*audits, *of_keel, *(each.history_model for each in kept)})


def tables_of_histories(blueprint: Blueprint) -> frozenset[str]:
    """The tables of histories."""
    return frozenset(each.history_table for each in blueprint.resources if each.has_history)


def _operations(blueprint: Blueprint, resource: Resource) -> Iterator[tuple[str, str]]:
    if resource.singleton:
        yield f"GET {resource.path}", f"read_{resource.noun}"
        yield f"PATCH {resource.path}", f"update_{resource.noun}"
        return
    yield from _on_all(resource, _listed_at(blueprint, resource))
    yield from _on_one(resource, f"{resource.path}/{{}}")
    for action in resource.actions:
        above = resource.path if action.on_collection else f"{resource.path}/{{}}"
        yield f"POST {above}/{action.path}", action.function(resource)


def _listed_at(blueprint: Blueprint, resource: Resource) -> str:
    """Where rows are listed and created, below a row of another kind if they are."""
    above = [field.target for field in resource.fields if field.name == resource.under]
    lists = (f"/{names.kebab(blueprint.nouns(target))}/{{}}" for target in above if target)
    return f"{next(lists, '')}{resource.path}"


def _on_all(resource: Resource, rows: str) -> Iterator[tuple[str, str]]:
    yield f"GET {rows}", f"list_{resource.nouns}"
    yield f"POST {rows}", f"create_{resource.noun}"
    if resource.export:
        yield f"GET {rows}/export.{{}}", f"export_{resource.nouns}"
    if resource.soft_delete:
        yield f"GET {resource.path}/deleted", f"list_deleted_{resource.nouns}"
        yield f"DELETE {resource.path}/deleted/{{}}", f"purge_{resource.noun}"
    for each in resource.bulk:
        at = rows if each == "create" else resource.path
        yield f"{METHODS[each]} {at}/{PARTS[each]}", f"bulk_{each}_{resource.nouns}"


def _on_one(resource: Resource, row: str) -> Iterator[tuple[str, str]]:
    yield f"GET {row}", f"read_{resource.noun}"
    yield f"PATCH {row}", f"update_{resource.noun}"
    yield f"DELETE {row}", f"delete_{resource.noun}"
    for method, path, function in file_routes(resource):
        yield f"{method} {re.sub(r'{.*?}', '{}', path)}", function
    if resource.history:
        yield f"GET {row}/history", f"list_{resource.noun}_history"
    if resource.soft_delete:
        yield f"POST {row}/restore", f"restore_{resource.noun}"
    for walk in OF_TREES if resource.tree else ():
        yield f"GET {row}/{walk}", f"list_{resource.noun}_{walk}"
