"""Fields that a resource has without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.model import Resource


def built_in(name: str, roles: Sequence[str], *, owned: bool) -> tuple[Field, ...]:
    """What lists can filter and sort by, and groups be unique with, beside a resource's fields."""
    fields = [
        Field("created_at", "datetime", read_only=True),
        Field("updated_at", "datetime", read_only=True),
    ]
    if owned:
        fields.append(Field("owner", "reference", target=ACCOUNT, read_only=True))
    if name == ACCOUNT:
        fields += [
            Field("email", "email", unique=True, search=True),
            Field("role", "enum", choices=tuple(roles)),
            Field("is_active", "bool"),
        ]
    return tuple(fields)


def stored_fields(resource: Resource, roles: Sequence[str]) -> dict[str, Field]:
    """Every field of a resource by name, built in or its own, that is stored."""
    implied = built_in(resource.name, roles, owned=resource.owned)
    return {field.name: field for field in (*implied, *resource.fields)}


def shown_fields(resource: Resource, roles: Sequence[str]) -> dict[str, Field]:
    """Every field of a resource by name, with those that are worked out."""
    return stored_fields(resource, roles) | {field.name: field for field in resource.computed}
