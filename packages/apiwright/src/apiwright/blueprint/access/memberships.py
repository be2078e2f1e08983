"""Resources whose rows say who is a member of what: what their fields are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field, Resource


@dataclass(frozen=True, slots=True)
class Memberships:
    """A resource of memberships, as far as it is one.

    Attributes:
        places: Its references to what one is a member of; one, if all is well.
        people: Its references to accounts; one.
        roles: Its enums; one at most.
    """

    resource: Resource
    places: tuple[Field, ...]
    people: tuple[Field, ...]
    roles: tuple[Field, ...]


def memberships_of(blueprint: Blueprint, target: Resource) -> Memberships | None:
    """What says who is a member of `target`; `None` if nothing that exists does, or could."""
    found = blueprint.find(target.members)
    if found is None or found is target or found.is_account:
        return None
    return Memberships(
        found,
        tuple(field for field in found.fields if field.target == target.name),
        tuple(field for field in found.fields if field.target == ACCOUNT),
        tuple(field for field in found.fields if field.choices),
    )


def has_memberships(blueprint: Blueprint, name: str) -> bool:
    """Whether something says who is a member of the resource of this name."""
    return any(memberships_of(blueprint, each) for each in blueprint.resources if each.name == name)


def member_roles(blueprint: Blueprint, name: str) -> tuple[str, ...]:
    """The roles of members of the resource of this name, weakest first; none without an enum."""
    target = blueprint.find(name)
    found = memberships_of(blueprint, target) if target else None
    return found.roles[0].choices if found and found.roles else ()
