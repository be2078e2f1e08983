"""Fields whose rules are settled as those of access are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.rules import OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from apiwright.blueprint.model import Field, Resource
    from apiwright.blueprint.page.places import Path

    Settle = Callable[[Rule, Path], Rule | None]


def with_fields(resource: Resource, settle: Settle) -> Resource:
    """The resource with its settled fields, also where actions take them.

    Args:
        resource: As its page says it.
        settle: What a rule at a path means.
    """
    fields = tuple(_field(field, resource, settle) for field in resource.fields)
    kept = dict(zip(map(id, resource.fields), fields, strict=True))
    actions = (
        replace(action, body=tuple(kept.get(id(field), field) for field in action.body))
        for action in resource.actions
    )
    return replace(resource, fields=fields, actions=tuple(actions))


def _field(field: Field, resource: Resource, settle: Settle) -> Field:
    """A field with its rules; one that is sensitive is for the owner unless it says more."""
    path = ("resources", resource.name, "fields", field.name)
    read, write = (
        rule and settle(rule, (*path, word))
        for word, rule in (("read", field.read), ("write", field.write))
    )
    has_owner = resource.owned or resource.is_account
    if field.sensitive and has_owner and not (read or field.write_only):
        read = Rule((OWNER,))
    return replace(field, read=read, write=write)
