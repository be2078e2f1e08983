"""The operations of the built app, their paths without a version."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.routes import action_route, route
from apiwright.blueprint.terms import NO_TERMS
from apiwright.plan.account_operations import account_operations
from apiwright.plan.bulk import bulk
from apiwright.plan.endpoint import WITH_INCLUDES, Endpoint
from apiwright.plan.exports import exports
from apiwright.plan.files import files
from apiwright.plan.histories import history
from apiwright.plan.nesting import walks
from apiwright.plan.own import body_schema, returned, service_class
from apiwright.plan.singletons import singletons
from apiwright.plan.soft_delete import deleted_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.terms import Terms


def operations(blueprint: Blueprint) -> Iterator[Endpoint]:
    """Every operation: accounts, the resources as written, those beside them."""
    resources = {resource.name: resource for resource in blueprint.resources}
    user = resources.pop(ACCOUNT, None)
    if blueprint.auth:
        yield from account_operations(blueprint, user)
    for resource in (user, *resources.values()):
        if resource:
            ends = (
                *_operations(blueprint, resource),
                *exports(blueprint, resource),
                *deleted_rows(blueprint, resource),
                *bulk(blueprint, resource),
                *walks(blueprint, resource),
                *history(blueprint, resource),
                *files(resource),
            )
            yield from (_on_terms(end, resource) for end in ends)
    yield from (_own(blueprint, endpoint) for endpoint in blueprint.endpoints)


def _operations(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    if resource.singleton:
        yield from singletons(blueprint, resource)
        return
    can, name, nouns = resource.access, resource.name, resource.nouns
    at = partial(route, blueprint, resource)
    one, many, read = resource.noun.replace("_", " "), nouns.replace("_", " "), f"{name}Read"
    shown = f"{name}{WITH_INCLUDES}" if resource.include else read
    page = f"{'CursorPage' if resource.listing.cursor else 'Page'}[{shown}]"
    if rule := can.list:
        yield Endpoint(*at("list"), f"List {many}", str(rule), None, page, below=nouns)
    if rule := can.create:
        said, body = f"Add one {one}", f"{name}Create"
        yield Endpoint(*at("create"), said, str(rule), body, read, 201, below=nouns)
    if rule := can.read:
        yield Endpoint(*at("read"), f"Read one {one}", str(rule), None, shown)
    if rule := can.update:
        yield Endpoint(*at("update"), f"Change one {one}", str(rule), f"{name}Update", read)
    if rule := can.delete:
        yield Endpoint(*at("delete"), f"Delete one {one}", str(rule), status=204)
    yield from (_action(action, resource) for action in resource.actions)


def _action(action: Action, resource: Resource) -> Endpoint:
    noun = resource.nouns if action.on_collection else f"one {resource.noun}"
    answer = f"{action.returns}Read" if action.returns else None
    return Endpoint(
        *action_route(resource, action),
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
