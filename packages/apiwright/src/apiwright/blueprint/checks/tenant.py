"""The resource whose rows are the tenants: each is there before anything of its own is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.settle import said_at
from apiwright.blueprint.relations import leads

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field, Link, Resource
    from apiwright.blueprint.page.mistakes import Report

_OUT = "Take it out."


def check_tenant(tenant: Resource, blueprint: Blueprint, report: Report) -> None:
    """Check the resource that `tenants` names."""
    path = ("resources", tenant.name)
    _check_access(tenant, blueprint, report)
    if tenant.owned:
        what = f"A `{tenant.name}` belongs to nobody alone: it is there before its people are."
        report.add((*path, "owned"), what, _OUT)
    if tenant.members:
        what = f"Who is of a `{tenant.name}` is who has an account in it."
        report.add((*path, "members"), what, "Take it out; roles say who may do what.")
    if tenant.has_rules_among_rows:
        what = f"No `{tenant.name}` knows of another, and so none can stand against it."
        report.add((*path, "rules"), what, _OUT, at_key=True)
    if tenant.unique:
        report.add((*path, "unique"), *_alone(tenant), at_key=True)
    for field in tenant.fields:
        if field.unique:
            report.add((*path, "fields", field.name), *_alone(tenant))
    for each in leads(tenant):
        _check_lead(each, tenant, blueprint, report)


def _check_access(tenant: Resource, blueprint: Blueprint, report: Report) -> None:
    begins = "Somebody who signs up begins one"
    if not blueprint.has_sign_up:
        begins = "`python -m keel.auth.grant … --create --tenant NAME=VALUE` makes one"
    said = {
        "create": f"{begins}, and nobody in one makes another.",
        "delete": "All that is of it would go with it, its people too.",
    }
    for operation, what in said.items():
        at = said_at(tenant, operation, report)
        if getattr(tenant.access, operation) and not report.is_wrong(*at):
            report.add(at, what, "Write `read` and `update` alone.")


def _alone(tenant: Resource) -> tuple[str, str]:
    what = f"Who cannot have it would learn that another `{tenant.name}` has it."
    return what, "Take `unique` out; tenants are told apart by their `id`."


def _check_lead(
    field: Field | Link, tenant: Resource, blueprint: Blueprint, report: Report
) -> None:
    shared = {each.name for each in blueprint.resources if each.shared}
    path = ("resources", tenant.name, "fields", field.name)
    if field.target == tenant.name or report.is_wrong(*path):
        return
    if field.target not in shared:
        what = f"A `{tenant.name}` is there before any `{field.target}` of its own is."
        report.add(path, what, f"Refer the other way, or share `{field.target}`: `shared: true`.")
    elif not field.optional:
        what = f"A `{tenant.name}` begins without saying which `{field.target}`."
        report.add(path, what, "Write `?` behind the type.")
