"""The operations of the built app, their paths without a version."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.terms import NO_TERMS
from apiwright.plan.bulk import bulk
from apiwright.plan.endpoint import ANYONE, WITH_INCLUDES, Endpoint
from apiwright.plan.exports import exports
from apiwright.plan.files import files
from apiwright.plan.histories import history
from apiwright.plan.nesting import rows_path, walks
from apiwright.plan.own import body_schema, returned, service_class
from apiwright.plan.singletons import singletons
from apiwright.plan.soft_delete import deleted_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.terms import Terms

_SIGNED_IN = "signed in"


def operations(blueprint: Blueprint) -> Iterator[Endpoint]:
    """Every operation: accounts, the resources as written, those beside them."""
    resources = {resource.name: resource for resource in blueprint.resources}
    user = resources.pop(ACCOUNT, None)
    if blueprint.auth:
        yield from _AUTH
        yield from _own_account(blueprint, user)
    for resource in (user, *resources.values()):
        if resource:
            ends = (
                *_operations(blueprint, resource),
                *exports(blueprint, resource),
                *deleted_rows(blueprint, resource),
                *bulk(blueprint, resource),
                *walks(resource),
                *history(resource),
                *files(resource),
            )
            yield from (_on_terms(end, resource) for end in ends)
    yield from (_own(blueprint, endpoint) for endpoint in blueprint.endpoints)


def _own_account(blueprint: Blueprint, user: Resource | None) -> Iterator[Endpoint]:
    if blueprint.has_sign_up:
        yield replace(_SIGN_UP, body=f"{blueprint.tenants}SignUp")
        yield _VERIFY_EMAIL
    yield from (_READ_ME, _DELETE_ME)
    if user and any(not field.read_only for field in user.fields):
        yield _UPDATE_ME


def _operations(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    if resource.singleton:
        yield from singletons(resource)
        return
    can, name, noun, nouns = resource.access, resource.name, resource.noun, resource.nouns
    one, many = noun.replace("_", " "), nouns.replace("_", " ")
    rows, row, read = (
        rows_path(blueprint, resource),
        f"{resource.path}/{{{noun}_id}}",
        f"{name}Read",
    )
    shown = f"{name}{WITH_INCLUDES}" if resource.include else read
    page = f"{'CursorPage' if resource.listing.cursor else 'Page'}[{shown}]"
    if rule := can.list:
        yield Endpoint(
            "GET", rows, f"list_{nouns}", f"List {many}", str(rule), None, page, below=nouns
        )
    if rule := can.create:
        said, body = f"Add one {one}", f"{name}Create"
        yield Endpoint(
            "POST", rows, f"create_{noun}", said, str(rule), body, read, 201, below=nouns
        )
    if rule := can.read:
        yield Endpoint("GET", row, f"read_{noun}", f"Read one {one}", str(rule), None, shown)
    if rule := can.update:
        said, body = f"Change one {one}", f"{name}Update"
        yield Endpoint("PATCH", row, f"update_{noun}", said, str(rule), body, read)
    if rule := can.delete:
        said = f"Delete one {one}"
        yield Endpoint("DELETE", row, f"delete_{noun}", said, str(rule), status=204)
    for action in resource.actions:
        yield _action(action, resource, resource.path if action.on_collection else row)


def _action(action: Action, resource: Resource, path: str) -> Endpoint:
    noun = resource.nouns if action.on_collection else f"one {resource.noun}"
    answer = f"{action.returns}Read" if action.returns else None
    return Endpoint(
        "POST",
        f"{path}/{action.path}",
        action.function(resource),
        f"{action.name.capitalize()} {noun}".replace("_", " "),
        str(action.by),
        action.body_class(resource) if action.body else None,
        f"list[{answer}]" if action.is_list else answer,
        200 if answer else 204,
        "" if action.is_told(resource) else f"{resource.name}Service.{action.method}",
        is_action=True,
    )


def _on_terms(endpoint: Endpoint, resource: Resource) -> Endpoint:
    """An operation of a resource, on its terms; only what is read can be kept."""
    terms = resource.terms
    kept = terms if endpoint.method == "GET" else replace(terms, cache_s=None)
    return replace(endpoint, terms=kept.words)


def _own(blueprint: Blueprint, own: OwnEndpoint) -> Endpoint:
    return Endpoint(
        method=own.method,
        path=own.path,
        name=own.name,
        summary=_summary(own),
        access=str(own.access),
        body=body_schema(own),
        returns=returned(own),
        status=own.status,
        logic=f"{service_class(blueprint, own.domain)}.{own.logic}",
        terms=_own_terms(blueprint, own).words,
    )


def _own_terms(blueprint: Blueprint, own: OwnEndpoint) -> Terms:
    """Its terms; it ends with the resource that it stands under, if not before."""
    above = next((each.terms for each in blueprint.resources if each.nouns == own.domain), NO_TERMS)
    return replace(
        own.terms,
        deprecated=own.terms.deprecated or above.deprecated,
        sunset=own.terms.sunset or above.sunset,
    )


def _summary(own: OwnEndpoint) -> str:
    """The first sentence of what it is about, else its name in words."""
    about = " ".join(own.about.split()) or own.name.replace("_", " ").capitalize()
    return re.split(r"(?<=[^.])[.!?](?: |$)", about, maxsplit=1)[0]


def _done(name: str, summary: str, access: str, body: str | None = None) -> Endpoint:
    """What is done for an account, and answers nothing."""
    path = f"/auth/{name.replace('_', '-')}"
    return Endpoint("POST", path, name, summary, access, body, status=204)


_AUTH = (
    Endpoint("POST", "/auth/sign-in", "sign_in", "Sign in", ANYONE, "SignIn", "Tokens"),
    Endpoint(
        "POST", "/auth/refresh", "refresh", "Exchange a refresh token", ANYONE, "Refresh", "Tokens"
    ),
    _done("sign_out", "End this session", _SIGNED_IN),
    _done("change_password", "Choose a new password", _SIGNED_IN, "PasswordChange"),
    _done("forgot_password", "Ask for a mail to choose a new password", ANYONE, "EmailGiven"),
    _done("reset_password", "Choose a new password with a mail", ANYONE, "PasswordReset"),
    _done("change_email", "Ask for another e-mail", _SIGNED_IN, "EmailChange"),
    _done("confirm_email", "Confirm another e-mail with a mail", ANYONE, "TokenGiven"),
    Endpoint(
        "GET",
        "/auth/sessions",
        "list_sessions",
        "List your sign-ins",
        _SIGNED_IN,
        None,
        "list[SessionRead]",
    ),
    Endpoint(
        "DELETE",
        "/auth/sessions/{session_id}",
        "end_session",
        "End one of your sign-ins",
        _SIGNED_IN,
        status=204,
    ),
    _done("sign_out_everywhere", "End all your sign-ins", _SIGNED_IN),
)
_SIGN_UP = Endpoint(
    "POST", "/users/sign-up", "sign_up", "Ask for an account", ANYONE, "SignUp", status=204
)
_VERIFY_EMAIL = Endpoint(
    "POST",
    "/users/verify-email",
    "verify_email",
    "Open an account with a mail",
    ANYONE,
    "TokenGiven",
    "UserRead",
    201,
)
_READ_ME = Endpoint(
    "GET", "/users/me", "read_me", "Read your own account", _SIGNED_IN, None, "UserRead"
)
_DELETE_ME = Endpoint(
    "POST",
    "/users/me/delete",
    "delete_me",
    "Delete your own account",
    _SIGNED_IN,
    "PasswordGiven",
    status=204,
)
_UPDATE_ME = Endpoint(
    "PATCH",
    "/users/me",
    "update_me",
    "Change your own account",
    _SIGNED_IN,
    "ProfileChange",
    "UserRead",
)
