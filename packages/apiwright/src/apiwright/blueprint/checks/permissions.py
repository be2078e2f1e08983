"""Permissions have names of their own, roles that there are, and somebody who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.access.permissions import FIELD
from apiwright.blueprint.access.rules import NOBODY
from apiwright.blueprint.checks.forms import PERMISSION, check_form
from apiwright.blueprint.checks.twins import refuse_twins
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report


def check_permissions(blueprint: Blueprint, report: Report) -> None:
    """Check the permissions of a page."""
    if not blueprint.permissions:
        return
    _check_names(blueprint, report)
    accounts = blueprint.find(ACCOUNT)
    _check_giver(blueprint, accounts, report)
    if any(each.name == "UserPermission" for each in blueprint.resources):
        what = "`UserPermission` is what the permissions of accounts are called."
        report.add(("resources", "UserPermission"), what, "Write another name.", at_key=True)
    if accounts and FIELD in (field.name for field in (*accounts.fields, *accounts.computed)):
        path = ("resources", ACCOUNT, "fields", FIELD)
        what = f"`{FIELD}` is where accounts have their permissions."
        report.add(path, what, "Write another name.", at_key=True)


def _check_names(blueprint: Blueprint, report: Report) -> None:
    said = [(each.name, ("permissions", each.name)) for each in blueprint.permissions]
    refuse_twins(said, names.constant, "name in Python", report)
    for permission in blueprint.permissions:
        path = ("permissions", permission.name)
        check_form(PERMISSION, permission.name, path, report)
        role = permission.role
        if role and role not in blueprint.roles and not report.is_wrong("roles"):
            advice = correction(role, (*blueprint.roles, NOBODY))
            report.add(path, f"`{role}` is no role.", advice)


def _check_giver(blueprint: Blueprint, accounts: Resource | None, report: Report) -> None:
    if blueprint.auth is None:
        what = "There are no accounts that could have permissions."
        report.add(("permissions",), what, "Add `auth: {sign_up: open}`.", at_key=True)
    elif accounts is None or not (accounts.access.update or report.is_wrong("resources", ACCOUNT)):
        what = "Nobody can give permissions, for nobody changes accounts."
        strongest = blueprint.roles[-1] if blueprint.roles else "…"
        advice = f"Add `User: {{access: {{read: {strongest}, update: {strongest}}}}}`."
        report.add(("permissions",), what, advice, at_key=True)
