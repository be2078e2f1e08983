"""Rows that stand, where a blueprint says anew which tenant rows are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.page.spelling import listed
from apiwright.blueprint.tenancy import account_of
from apiwright.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource

_ANEW = "build this page in a folder of its own (`apiwright new`), and copy the rows there"


def misplaced_rows(before: Blueprint, after: Blueprint) -> Iterator[Reason]:
    """Why rows that stand cannot be of the tenants that `after` says, or of none."""
    kept = {resource.name: resource for resource in _stored(after)}
    both = [(was, kept[was.name]) for was in _stored(before) if was.name in kept]
    moved = [(was, now) for was, now in both if _whose(was) != _whose(now)]
    if gained := [now.name for _, now in moved if now.tenancy]:
        what = f"Rows of {listed(gained)} that stand are of no `{after.tenants}`."
        column = f"{_ANEW}, each with the `{after.tenants}` that it is of"
        yield Reason(what, help=f"keep `tenants` and `shared` as they were; or {column}")
    if lost := [now.name for _, now in moved if not now.tenancy]:
        what = f"Rows of {listed(lost)} that stand are each of one `{before.tenants}`."
        why = "all would see them, whoever they belong to"
        yield Reason(what, why=why, help=f"keep `tenants` and `shared` as they were; or {_ANEW}")


def _stored(blueprint: Blueprint) -> list[Resource]:
    """Every resource, that of accounts also where it is not written."""
    others = [each for each in blueprint.resources if not each.is_account]
    return [*([account_of(blueprint)] if blueprint.auth else []), *others]


def _whose(resource: Resource) -> tuple[str, bool] | None:
    tenancy = resource.tenancy
    return (tenancy.tenants, tenancy.is_tenant) if tenancy else None
