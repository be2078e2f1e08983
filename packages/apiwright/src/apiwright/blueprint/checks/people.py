"""Accounts: what needs them, and how anybody gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report

_HELP = "Add `auth: {sign_up: open}`."


def check_people(blueprint: Blueprint, report: Report) -> None:
    """Check sign-up, and resources that need accounts."""
    for resource in blueprint.resources:
        _check_resource(resource, blueprint, report)
    if blueprint.auth is None:
        if blueprint.roles:
            report.add(("roles",), "There are roles but no accounts.", _HELP, at_key=True)
    elif not blueprint.roles and not report.is_wrong("roles"):
        report.add(("roles",), "There are accounts but no role.", "Write `[user, admin]`.")
    elif blueprint.auth.sign_up == "closed" and not report.is_wrong("auth"):
        _check_closed(blueprint, report)


def _check_resource(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    path = ("resources", resource.name)
    if resource.is_account and resource.owned:
        advice = "Take `owned` out; people reach their own account at `/users/me`."
        report.add((*path, "owned"), "An account belongs to itself.", advice)
    if blueprint.auth is None and resource.is_account:
        advice = f"{_HELP[:-1]}, or write `Person`."
        report.add(path, f"`{ACCOUNT}` is who can sign in, and there is no sign-in.", advice)
    elif blueprint.auth is None and resource.owned:
        report.add((*path, "owned"), "Rows have owners, and there are no accounts.", _HELP)


def _check_closed(blueprint: Blueprint, report: Report) -> None:
    account = blueprint.find(ACCOUNT)
    if account and report.is_wrong("resources", ACCOUNT, "access"):
        return
    if not (account and account.access.create):
        advice = f"Write `open`, or say who may create `{ACCOUNT}`."
        report.add(("auth", "sign_up"), "Nobody can get an account.", advice)
