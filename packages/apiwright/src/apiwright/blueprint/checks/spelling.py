"""Names are spelled as their kind is spelled everywhere, and none is taken."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from apiwright.blueprint import names, reserved
from apiwright.blueprint.checks.choices import check_choices
from apiwright.blueprint.checks.forms import BACKEND, FIELD, PLURAL, RESOURCE, check_form

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

# As Python reads versions, without the spellings that nobody needs.
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,2}([-.]?(a|alpha|b|beta|rc)[-.]?[0-9]*)?(\+[a-z0-9]+)?")


def check_spelling(blueprint: Blueprint, report: Report) -> None:
    """Check every name that the author chose."""
    _check_backend(blueprint, report)
    for resource in blueprint.resources:
        _check_resource(resource, ("resources", resource.name), report)
        for field in (*resource.fields, *resource.computed):
            _check_field(resource, field, report)
        check_choices(resource.fields, ("resources", resource.name, "fields"), report)


def _check_backend(blueprint: Blueprint, report: Report) -> None:
    if report.is_wrong("backend") or not report.places.has(("backend",)):
        return
    name, path = blueprint.name, ("backend",)
    is_formed = check_form(
        BACKEND, name, path, report, lambda right: reserved.package(names.snake(right))
    )
    if is_formed and (why := reserved.package(blueprint.package)):
        report.add(path, f"`{blueprint.package}` {why}.", f"Write `{name} API`.")
    if not _VERSION.fullmatch(blueprint.version):
        report.add(("version",), f"`{blueprint.version}` is no version.", "Write `1.0.0`.")


def _check_resource(resource: Resource, path: Path, report: Report) -> None:
    name = resource.name
    why_taken = reserved.singleton if resource.singleton else reserved.model
    if not check_form(RESOURCE, name, path, report, why_taken):
        return
    if why := why_taken(name):
        report.add(path, f"`{name}` {why}.", "Write a longer name.", at_key=True)
    if report.places.has((*path, "plural")):
        check_form(PLURAL, resource.nouns, (*path, "plural"), report, reserved.table)
    elif (noun := names.singular(name)) and not resource.singleton:
        advice = f"Write `{noun}`, or say what its plural is: `plural: …`."
        report.add(path, f"`{name}` reads like a plural.", advice, at_key=True)
    if resource.nouns == resource.noun:
        advice = f"Write another: `plural: {resource.noun}_list`."
        report.add((*path, "plural"), f"The plural of `{name}` is like the singular.", advice)


def _check_field(resource: Resource, field: Field, report: Report) -> None:
    path = ("resources", resource.name, "fields", field.name)
    check_form(FIELD, field.name, path, report, partial(_why_taken, resource, field))
    if why := _why_taken(resource, field, field.name):
        advice = f"Write another, such as `{resource.noun}_{field.name}`."
        report.add(path, f"`{field.column}` {why}.", advice, at_key=True)


def _why_taken(resource: Resource, field: Field, name: str) -> str | None:
    """Why the field may not have this name."""
    column = replace(field, name=name).column
    own = reserved.account_column(column) if resource.is_account else None
    return reserved.column(column) or own
