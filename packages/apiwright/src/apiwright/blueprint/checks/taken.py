"""Routes and names that a backend has before its owner adds any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.fields.types import annotation
from apiwright.blueprint.routes import KEYS, LIVE, METADATA, OF_ACCOUNTS, READY, routes

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint

_OF_AUDITS = ("Audited",)
_OF_HISTORIES = ("Change", "History", "OwnedHistory", "ValueChange")


def taken_routes(blueprint: Blueprint) -> dict[str, str]:
    """The name of each route by its method and path, with `{}` for a parameter."""
    of_accounts = [*OF_ACCOUNTS.values(), KEYS, METADATA]
    found = [LIVE, READY, *(of_accounts if blueprint.auth else ())]
    for resource in blueprint.resources:
        found += routes(blueprint, resource)
    return {each.pattern: each.name for each in found}


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
