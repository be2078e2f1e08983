"""Fields that a resource has without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.model import Resource

AUDIT = ("created_by", "updated_by")
"""References to accounts that rows have where their resource says `audit`."""
SOFT_DELETE_COLUMNS = ("deleted_at", "deleted_with")
"""What a table has beside all others where rows are kept when they are deleted."""


def is_audit(resource: Resource, name: str) -> bool:
    """Whether a field says who made a row, or who changed it last."""
    return resource.audited and name in AUDIT


def built_in(
    name: str, roles: Sequence[str], *, owned: bool, audited: bool = False
) -> tuple[Field, ...]:
    """What lists can filter and sort by, and groups be unique with, beside a resource's fields."""
    fields = [
        Field("created_at", "datetime", read_only=True),
        Field("updated_at", "datetime", read_only=True),
    ]
    if owned:
        fields.append(Field("owner", "reference", target=ACCOUNT, read_only=True))
    if audited:
        fields += [
            Field(
                each,
                "reference",
                optional=True,
                target=ACCOUNT,
                on_delete="set null",
                read_only=True,
            )
            for each in AUDIT
        ]
    if name == ACCOUNT:
        fields += [
            Field("email", "email", unique=True, search=1),
            Field("role", "enum", choices=tuple(roles)),
            Field("is_active", "bool"),
        ]
    return tuple(fields)


def stored_fields(resource: Resource, roles: Sequence[str]) -> dict[str, Field]:
    """Every field of a resource by name, built in or its own, that is stored."""
    implied = built_in(resource.name, roles, owned=resource.owned, audited=resource.audited)
    return {field.name: field for field in (*implied, *resource.fields)}


def shown_fields(resource: Resource, roles: Sequence[str]) -> dict[str, Field]:
    """Every field of a resource by name, with those that are worked out."""
    return stored_fields(resource, roles) | {field.name: field for field in resource.computed}


def searched(resource: Resource) -> dict[str, int]:
    """The columns that `q` looks into, each with its weight; none where there is no list."""
    fields = stored_fields(resource, ()).values() if resource.access.list else ()
    return {field.column: field.search for field in fields if field.search}
