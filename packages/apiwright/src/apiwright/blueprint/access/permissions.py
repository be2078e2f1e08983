"""Permissions: what an account can be let do, whatever its role: `may refund`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT, Field, Permission

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from apiwright.blueprint.model import Blueprint

FIELD = "permissions"
"""The field of accounts that holds what they were let do."""

_NOBODY = "nobody"
_TERM = re.compile(r"may ([a-z][a-z0-9_]*)")


def read_permissions(data: Mapping[str, str | None]) -> tuple[Permission, ...]:
    """The permissions of a page; which roles there are is checked elsewhere."""
    roles = {name: "" if role in (None, _NOBODY) else str(role) for name, role in data.items()}
    return tuple(Permission(name, role) for name, role in roles.items())


def permission_of(term: str) -> str | None:
    """The permission that a term of a rule names; `None` if it is another term."""
    found = _TERM.fullmatch(term)
    return found and found[1]


def widened(term: str, permissions: Sequence[Permission]) -> set[str]:
    """A term with the role that meets it anyway: `may refund` with `lead`."""
    roles = {f"may {each.name}": each.role for each in permissions}
    return {term, roles[term]} if roles.get(term) else {term}


def with_permissions(blueprint: Blueprint) -> Blueprint:
    """The blueprint with what accounts were let do as a field of theirs."""
    if not blueprint.permissions:
        return blueprint
    names = tuple(each.name for each in blueprint.permissions)
    one = Field("permission", "enum", choices=names)
    field = Field(
        FIELD,
        "list",
        item=one,
        maximum=len(names),
        default=[],
        has_default=True,
        read_only=True,
    )
    return replace(
        blueprint,
        resources=tuple(
            replace(each, fields=(*each.fields, field)) if each.name == ACCOUNT else each
            for each in blueprint.resources
        ),
    )
