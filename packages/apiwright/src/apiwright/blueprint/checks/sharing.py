"""Rows that all tenants share: the same for each, and changed by none."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Access
from apiwright.blueprint.access.settle import said_at
from apiwright.blueprint.relations import leads

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report

_READING = ("list", "read")
_OUT = "Take it out."
_LET_READ = "Keep `read` alone; such rows come from a migration or from code of yours."


def check_sharing(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    """Check a resource that says it is shared."""
    path = ("resources", resource.name)
    if not blueprint.tenants:
        if not report.is_wrong("tenants") and not report.is_wrong("auth"):
            what = "There are no tenants who could share it."
            report.add((*path, "shared"), what, "Take it out, or say who: `tenants: Company`.")
    elif resource.is_account or resource.name == blueprint.tenants:
        said = "An account is of one tenant." if resource.is_account else "Tenants share nothing."
        report.add((*path, "shared"), said, _OUT)
    else:
        _check_writing(resource, blueprint, report)
        _check_belonging(resource, blueprint, report)


def _check_writing(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    path, what = ("resources", resource.name), f"One `{blueprint.tenants}` would change it for all."
    for operation in (each.name for each in fields(Access)):
        at = said_at(resource, operation, report)
        said = operation not in _READING and getattr(resource.access, operation)
        if said and not report.is_wrong(*at):
            report.add(at, what, _LET_READ)
    if resource.actions:
        report.add((*path, "actions"), what, _OUT, at_key=True)


def _check_belonging(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    path = ("resources", resource.name)
    apart = {each.name for each in blueprint.resources if each.shared}
    if resource.owned:
        what = f"A row of all cannot belong to somebody of one `{blueprint.tenants}`."
        report.add((*path, "owned"), what, _OUT)
    if resource.members:
        what = f"A row of all has no members: they would be of one `{blueprint.tenants}`."
        report.add((*path, "members"), what, _OUT)
    for each in leads(resource):
        if each.target not in apart:
            what = f"A row of all would lead to a `{each.target}` of one `{blueprint.tenants}`."
            advice = f"Refer the other way, or share `{each.target}` too."
            report.add((*path, "fields", each.name), what, advice)
