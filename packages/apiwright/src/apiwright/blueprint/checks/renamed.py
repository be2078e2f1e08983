"""What was called otherwise: the old names are names, and nobody has them any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint.checks.forms import FIELD, RESOURCE, check_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.checks.forms import Form
    from apiwright.blueprint.model import Blueprint, Field, Link, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OUT = "Take it out."


def check_renamed(blueprint: Blueprint, report: Report) -> None:
    """Check every `was` of resources and of their fields."""
    _check(RESOURCE, blueprint.resources, ("resources",), report)
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        if resource.is_account and resource.was:
            report.add((*path, "was"), "Accounts have always been `User`.", _OUT)
        _check(FIELD, (*resource.fields, *resource.links), (*path, "fields"), report)


def _check(
    form: Form, named: Iterable[Resource | Field | Link], path: Path, report: Report
) -> None:
    named, form = tuple(named), replace(form, is_key=False)
    today = {each.name for each in named}
    taken: dict[str, str] = {}
    for each in named:
        if not each.was or not check_form(form, each.was, (*path, each.name, "was"), report):
            continue
        at = (*path, each.name, "was")
        if each.was == each.name:
            report.add(at, f"`{each.name}` is what it is called today.", _OUT)
        elif each.was in today:
            what = f"There is a {form.kind} `{each.was}` today, so `{each.name}` was another."
            report.add(at, what, f"{_OUT} To swap names, build one change after the other.")
        elif each.was in taken:
            what = f"`{taken[each.was]}` and `{each.name}` cannot both have been `{each.was}`."
            report.add(at, what, "Take one out.")
        taken.setdefault(each.was, each.name)
