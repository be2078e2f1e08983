"""Defaults that are the caller: there is one, and the field is for accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import ACCOUNT

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report


def check_defaults(blueprint: Blueprint, report: Report) -> None:
    """Check every field that is the caller unless said."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.origin == "caller":
                _check_caller(field, resource, report)


def _check_caller(field: Field, resource: Resource, report: Report) -> None:
    path = ("resources", resource.name, "fields", field.name, "default")
    rule = resource.access.create
    if field.target != ACCOUNT:
        what = f"The caller is a `{ACCOUNT}`, and this is a `{field.target}`."
        report.add(path, what, f"Take the default out, or write `{ACCOUNT}`.")
    elif resource.is_account:
        what = "Who signs up is nobody yet, so that there is no caller."
        report.add(path, what, "Take the default out.")
    elif rule and rule.is_public:
        what = f"Anyone may create a `{resource.name}`, so that there may be no caller."
        report.add(path, what, "Take the default out, or write `create: signed in`.")
