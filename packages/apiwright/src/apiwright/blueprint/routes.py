"""The routes of a backend: the method, path and name of each that its owner does not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from apiwright.blueprint.files import file_routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.model import Blueprint, Resource


class Route(NamedTuple):
    """A route: `GET /books/{book_id}`, called `read_book`."""

    method: str
    path: str
    name: str

    @property
    def pattern(self) -> str:
        """What no two routes share: its method and path, with `{}` for a parameter."""
        return f"{self.method} {re.sub(r'{.*?}', '{}', self.path)}"


_OF_ACCOUNTS = (
    Route("POST", "/users/sign-up", "sign_up"),
    Route("POST", "/users/verify-email", "verify_email"),
    Route("GET", "/users/me", "read_me"),
    Route("PATCH", "/users/me", "update_me"),
    Route("POST", "/users/me/delete", "delete_me"),
    Route("POST", "/auth/sign-in", "sign_in"),
    Route("POST", "/auth/refresh", "refresh"),
    Route("POST", "/auth/sign-out", "sign_out"),
    Route("POST", "/auth/sign-out-everywhere", "sign_out_everywhere"),
    Route("GET", "/auth/sessions", "list_sessions"),
    Route("DELETE", "/auth/sessions/{session_id}", "end_session"),
    Route("POST", "/auth/change-password", "change_password"),
    Route("POST", "/auth/forgot-password", "forgot_password"),
    Route("POST", "/auth/reset-password", "reset_password"),
    Route("POST", "/auth/change-email", "change_email"),
    Route("POST", "/auth/confirm-email", "confirm_email"),
)
_OF_SECOND_FACTORS = (
    Route("POST", "/auth/sign-in/second-factor", "finish_sign_in"),
    Route("GET", "/auth/second-factor", "read_second_factor"),
    Route("POST", "/auth/second-factor", "enrol_second_factor"),
    Route("POST", "/auth/second-factor/confirm", "confirm_second_factor"),
    Route("POST", "/auth/second-factor/recovery-codes", "renew_recovery_codes"),
    Route("POST", "/auth/second-factor/turn-off", "turn_second_factor_off"),
)
_OF_KEYS = (
    Route("POST", "/auth/api-keys", "create_api_key"),
    Route("GET", "/auth/api-keys", "list_api_keys"),
    Route("DELETE", "/auth/api-keys/{key_id}", "revoke_api_key"),
)
_OF_CLIENTS = (
    Route("POST", "/auth/token", "issue_token"),
    Route("POST", "/auth/revoke", "revoke_token"),
    Route("POST", "/auth/introspect", "introspect_token"),
)
OF_ACCOUNTS = {
    each.name: each for each in (*_OF_ACCOUNTS, *_OF_SECOND_FACTORS, *_OF_KEYS, *_OF_CLIENTS)
}
"""All that accounts can have; their places are kept, also where a page does not ask for them."""
KEYS = Route("GET", "/.well-known/jwks.json", "read_keys")
METADATA = Route("GET", "/.well-known/oauth-authorization-server", "read_metadata")
LIVE = Route("GET", "/health/live", "live")
READY = Route("GET", "/health/ready", "ready")

_OPERATIONS = {
    "list": ("GET", "{rows}", "list_{nouns}"),
    "create": ("POST", "{rows}", "create_{noun}"),
    "export": ("GET", "{rows}/export.{{file_format}}", "export_{nouns}"),
    "list deleted": ("GET", "{path}/deleted", "list_deleted_{nouns}"),
    "purge": ("DELETE", "{path}/deleted/{id}", "purge_{noun}"),
    "bulk create": ("POST", "{rows}/bulk", "bulk_create_{nouns}"),
    "bulk update": ("PATCH", "{path}/bulk", "bulk_update_{nouns}"),
    # The body of a DELETE has no meaning that intermediaries know of, and may be refused on its
    # way. Source: RFC 9110 section 9.3.5.
    "bulk delete": ("POST", "{path}/bulk-delete", "bulk_delete_{nouns}"),
    "read": ("GET", "{row}", "read_{noun}"),
    "update": ("PATCH", "{row}", "update_{noun}"),
    "delete": ("DELETE", "{row}", "delete_{noun}"),
    "history": ("GET", "{row}/history", "list_{noun}_history"),
    "restore": ("POST", "{row}/restore", "restore_{noun}"),
    "children": ("GET", "{row}/children", "list_{noun}_children"),
    "ancestors": ("GET", "{row}/ancestors", "list_{noun}_ancestors"),
    "subtree": ("GET", "{row}/subtree", "list_{noun}_subtree"),
}
_ALWAYS = ("list", "create", "read", "update", "delete")
WALKS = ("children", "ancestors", "subtree")


def rows_path(blueprint: Blueprint, resource: Resource) -> str:
    """Where a resource is listed and created: `/projects/{project_id}/issues`."""
    above = next((each for each in resource.fields if each.name == resource.under), None)
    if above is None or above.target is None:
        return resource.path
    return f"/{blueprint.nouns(above.target).replace('_', '-')}/{{{above.column}}}{resource.path}"


def row_path(resource: Resource) -> str:
    """Where one row is: `/books/{book_id}`; the path itself of what each account has one of."""
    return resource.path if resource.singleton else f"{resource.path}/{{{resource.noun}_id}}"


def route(blueprint: Blueprint, resource: Resource, operation: str) -> Route:
    """The route of an operation on rows: `list`, `bulk create`, `children`."""
    method, path, name = _OPERATIONS[operation]
    places = {
        "rows": rows_path(blueprint, resource),
        "row": row_path(resource),
        "path": resource.path,
        "id": f"{{{resource.noun}_id}}",
    }
    called = name.format(noun=resource.noun, nouns=resource.nouns)
    return Route(method, path.format_map(places), called)


def action_route(resource: Resource, action: Action) -> Route:
    """The route of an action."""
    at = resource.path if action.on_collection else row_path(resource)
    return Route("POST", f"{at}/{action.path}", action.function(resource))


def routes(blueprint: Blueprint, resource: Resource) -> Iterator[Route]:
    """Every route that a resource has, if all of its operations are for somebody."""
    for operation in _operations(resource):
        yield route(blueprint, resource, operation)
    yield from (action_route(resource, action) for action in resource.actions)
    yield from (Route(*each) for each in file_routes(resource))


def _operations(resource: Resource) -> Iterator[str]:
    if resource.singleton:
        yield from ("read", "update")
        return
    yield from _ALWAYS
    yield from (f"bulk {each}" for each in resource.bulk)
    said = {
        "export": resource.export,
        "history": resource.history,
        **dict.fromkeys(("list deleted", "purge", "restore"), resource.soft_delete),
        **dict.fromkeys(WALKS, resource.tree),
    }
    yield from (operation for operation, is_said in said.items() if is_said)
