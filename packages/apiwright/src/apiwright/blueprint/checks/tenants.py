"""Tenants: who they are, and that none of their rows can be reached from another."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Access
from apiwright.blueprint.access.rules import SIGNED_IN
from apiwright.blueprint.access.settle import said_at
from apiwright.blueprint.checks.sharing import check_sharing
from apiwright.blueprint.checks.tenant import check_tenant
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.relations import leads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Blueprint, Field, Link, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path
    from apiwright.blueprint.tenancy import Tenancy


def check_tenants(blueprint: Blueprint, report: Report) -> None:
    """Check `tenants`, and what it means for each resource and endpoint."""
    tenant = blueprint.find(blueprint.tenants)
    if _is_understood(blueprint, tenant, report) and tenant:
        check_tenant(tenant, blueprint, report)
        for resource in blueprint.resources:
            if resource.tenancy:
                _check_resource(resource, resource.tenancy, report)
        _check_sign_up(blueprint, report)
        _check_endpoints(blueprint, report)
    for resource in blueprint.resources:
        if resource.shared:
            check_sharing(resource, blueprint, report)


def _is_understood(blueprint: Blueprint, tenant: Resource | None, report: Report) -> bool:
    """Whether it is clear what the tenants are; the report has why not."""
    path = ("tenants",)
    if blueprint.auth is None and report.places.has(path) and not report.is_wrong("auth"):
        what = "Nobody is of a tenant: there are no accounts."
        report.add(path, what, "Add `auth: {sign_up: open}`.")
    elif blueprint.tenants == ACCOUNT:
        what = "An account is one person, and a tenant has any number."
        report.add(path, what, "Name another resource, such as `Company`.")
    elif blueprint.tenants and tenant is None:
        known = [each.name for each in blueprint.resources if not each.is_account]
        report.add(
            path, f"`{blueprint.tenants}` is no resource.", correction(blueprint.tenants, known)
        )
    return not report.is_wrong(*path)


def _check_resource(resource: Resource, tenancy: Tenancy, report: Report) -> None:
    """Check a resource whose rows are each of one tenant, or are one."""
    for rule, path in _rules(resource, report):
        if rule.is_public and not report.is_wrong(*path):
            what = f"Of an unknown caller nobody knows which `{tenancy.tenants}` they are of."
            advice = f"Write `{SIGNED_IN}`"
            if not (resource.is_account or tenancy.is_tenant):
                advice += ", or let all share the rows: `shared: true`"
            report.add(path, what, f"{advice}.")
    if resource.has_history:
        path = ("resources", resource.name, "history")
        what = (
            f"A history outlives its row, and then nobody knows of which `{tenancy.tenants}` it is."
        )
        report.add(path, what, "Take it out, or write `audit: true`.", at_key=True)
    for each in leads(resource):
        _check_lead(each, resource, tenancy, report)
    for field in resource.fields:
        _check_name(field, resource, tenancy, report)


def _check_lead(each: Field | Link, resource: Resource, tenancy: Tenancy, report: Report) -> None:
    if each.target == tenancy.tenants:
        what = f"Each row is of a `{tenancy.tenants}` without saying so, and can lead to no other."
        report.add(("resources", resource.name, "fields", each.name), what, "Take it out.")


def _check_name(field: Field, resource: Resource, tenancy: Tenancy, report: Report) -> None:
    path = ("resources", resource.name, "fields", field.name)
    is_taken = field.column == tenancy.column
    is_taken = is_taken or (resource.is_account and field.name == tenancy.noun)
    if is_taken and not report.is_wrong(*path):
        what = f"`{field.name}` is what each row has for its `{tenancy.tenants}`."
        report.add(path, what, "Write another name.", at_key=True)


def _rules(resource: Resource, report: Report) -> Iterator[tuple[Rule, Path]]:
    for operation in (each.name for each in fields(Access)):
        rule: Rule | None = getattr(resource.access, operation)
        if rule:
            yield rule, said_at(resource, operation, report)
    for action in resource.actions:
        if action.by:
            yield action.by, ("resources", resource.name, "actions", action.name, "by")


def _check_sign_up(blueprint: Blueprint, report: Report) -> None:
    """Who signs up begins a tenant, in which nothing is yet that they could refer to."""
    user = blueprint.find(ACCOUNT)
    if user is None or not blueprint.has_sign_up:
        return
    shared = {each.name for each in blueprint.resources if each.shared}
    for each in leads(user):
        if each.target not in shared and not each.read_only:
            path = ("resources", ACCOUNT, "fields", each.name)
            what = f"Who signs up begins a `{blueprint.tenants}`, where no `{each.target}` is yet."
            advice = "Make it `read-only`, or say in another resource whose it is."
            if not report.is_wrong(*path):
                report.add(path, what, advice)


def _check_endpoints(blueprint: Blueprint, report: Report) -> None:
    shared = {each.name for each in blueprint.resources if each.shared}
    for endpoint in blueprint.endpoints:
        path = ("endpoints", endpoint.key, "access")
        rows = [str(row.target) for row in endpoint.rows if row.target not in shared]
        if rows and endpoint.access and endpoint.access.is_public and not report.is_wrong(*path):
            what = f"An unknown caller finds no `{rows[0]}`: each is of one `{blueprint.tenants}`."
            report.add(path, what, f"Write `{SIGNED_IN}`.")
