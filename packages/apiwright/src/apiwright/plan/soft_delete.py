"""Rows that are kept when they are deleted: their endpoints, and what stands with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.ranks import ranks
from apiwright.blueprint.access.rules import join
from apiwright.blueprint.routes import route
from apiwright.plan.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource


def deleted_rows(blueprint: Blueprint, resource: Resource) -> Iterator[Endpoint]:
    """What can be done with rows that are deleted, as far as somebody may."""
    name, noun, nouns, can = resource.name, resource.noun, resource.nouns, resource.access
    one, many, at = (
        noun.replace("_", " "),
        nouns.replace("_", " "),
        partial(route, blueprint, resource),
    )
    if rule := _seeing(blueprint, resource):
        said, page = f"List deleted {many}", f"Page[{name}Deleted]"
        yield Endpoint(*at("list deleted"), said, str(rule), None, page)
    if rule := can.restore:
        said = f"Restore one deleted {one}"
        yield Endpoint(*at("restore"), said, str(rule), None, f"{name}Read")
    if rule := can.purge:
        said = f"Delete one deleted {one} for good"
        yield Endpoint(*at("purge"), said, str(rule), status=204)


def lists_deleted(resource: Resource) -> bool:
    """Whether somebody sees which rows are deleted."""
    return (resource.access.restore or resource.access.purge) is not None


def going_with(blueprint: Blueprint, resource: Resource) -> list[Resource]:
    """The resources of which rows are deleted, and restored, with a row of one: itself first."""
    found = [resource]
    for each in found:
        for other in blueprint.resources if each.soft_delete else ():
            refers = (field for field in other.fields if field.target == each.name)
            if other not in found and any(field.on_delete == "cascade" for field in refers):
                found.append(other)
    return found


def _seeing(blueprint: Blueprint, resource: Resource) -> Rule | None:
    """Who may do something about deleted rows, and so sees which there are."""
    said = (resource.access.restore, resource.access.purge)
    terms = {term for rule in said if rule for term in rule.terms}
    orders = ranks(blueprint, resource, Rule(tuple(terms)))
    return join(terms, blueprint.roles, orders)
