"""Tenants: several customers in one backend, and of which of them each row is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.access.access import NO_ACCESS
from apiwright.blueprint.model import ACCOUNT, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.model import Blueprint

_OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Tenancy:
    """Of which tenant the rows of a resource are.

    Attributes:
        tenants: Name of the resource whose rows are the tenants.
        is_tenant: Whether rows are tenants themselves.
        within: The references of a row to others of the same tenant.
    """

    tenants: str
    is_tenant: bool = False
    within: frozenset[str] = frozenset()

    @property
    def noun(self) -> str:
        """What one tenant is called: `company`."""
        return names.snake(self.tenants)

    @property
    def column(self) -> str:
        """The column with the id of the tenant, which a tenant itself does not have."""
        return f"{self.noun}_id"

    @property
    def lead(self) -> tuple[str, ...]:
        """What indexes begin with, for lists have the rows of one tenant."""
        return () if self.is_tenant else (self.column,)

    def divides(self, group: Sequence[str]) -> bool:
        """Whether only the tenant keeps rows apart that are alike in these fields."""
        return not self.is_tenant and self.within.isdisjoint(group)


def with_tenancy(resources: Sequence[Resource], tenants: str) -> tuple[Resource, ...]:
    """The resources, each knowing of which tenant its rows are; those that all share know none."""
    if not tenants:
        return tuple(resources)
    shared = {resource.name for resource in resources if resource.shared}
    return tuple(
        each if each.shared else replace(each, tenancy=_tenancy(each, tenants, shared))
        for each in resources
    )


def account_of(blueprint: Blueprint) -> Resource:
    """The resource `User`; where none is written, one that adds nothing to the account."""
    bare = Resource(ACCOUNT, "users", "", (), NO_ACCESS)
    written = (each for each in blueprint.resources if each.is_account)
    return next(written, with_tenancy([bare], blueprint.tenants)[0])


def _tenancy(resource: Resource, tenants: str, shared: set[str]) -> Tenancy:
    targets = {field.name: field.target for field in resource.fields if field.target}
    within = {name for name, target in targets.items() if target not in shared}
    return Tenancy(tenants, resource.name == tenants, frozenset({_OWNER, *within}))
