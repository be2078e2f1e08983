"""No two things have one name in Python, in SQL or in the URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names, reserved
from apiwright.blueprint.checks.taken import classes_of_histories
from apiwright.blueprint.checks.twins import refuse_twins
from apiwright.blueprint.fields.lists import scalars
from apiwright.blueprint.fields.types import annotation

if TYPE_CHECKING:
    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

# What a line has room for beside `: … | None = Field(`.
_MOST = 78


def check_collisions(blueprint: Blueprint, report: Report) -> None:
    """Check resources against each other, and the fields and values of each."""
    resources = [(resource.name, ("resources", resource.name)) for resource in blueprint.resources]
    plurals = {resource.name: resource.nouns for resource in blueprint.resources}
    refuse_twins(resources, plurals.__getitem__, "plural", report)
    refuse_twins(resources, names.snake, "name in Python", report)
    for resource in blueprint.resources:
        _check_plural(resource, blueprint, report)
        _check_fields(resource, report)
    _check_classes(blueprint, report)


def _check_plural(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    path = ("resources", resource.name, "plural")
    why = reserved.table(resource.nouns)
    if resource.nouns == "users" and blueprint.auth and not resource.is_account:
        why = "is the table of accounts"
    if resource.is_account and report.places.has(path):
        report.add(path, "The plural of `User` is `users`.", "Take `plural` out.")
    if why and not report.is_wrong(*path):
        advice = f"Write another: `plural: {blueprint.package}_{resource.nouns}`."
        report.add(path, f"`{resource.nouns}` {why}.", advice)


def _check_fields(resource: Resource, report: Report) -> None:
    path = ("resources", resource.name, "fields")
    columns = {field.name: field.column for field in (*resource.fields, *resource.computed)}
    fields = [(name, (*path, name)) for name in columns]
    refuse_twins(fields, lambda name: names.pascal(columns[name]), "name in Python", report)


def _check_classes(blueprint: Blueprint, report: Report) -> None:
    """Check the classes whose names consist of two, or of a plural."""
    taken = {*reserved.classes(resource.name for resource in blueprint.resources)}
    taken |= classes_of_histories(blueprint)
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        if (name := names.pascal(resource.nouns)) in taken and not report.is_wrong(*path, "plural"):
            what = f"`{resource.nouns}` gives its service a name that is taken, `{name}`."
            report.add((*path, "plural"), what, "Write another: `plural: …`.")
        for action in resource.actions:
            if action.body:
                _check_body(action, resource, taken, report)
        for field, place in scalars(resource.fields, (*path, "fields")):
            if field.choices:
                _check_enum(field, annotation(resource, field), taken, place, report)


def _check_body(action: Action, resource: Resource, taken: set[str], report: Report) -> None:
    """Check the class of what an action takes."""
    if (name := action.body_class(resource)) in taken:
        path = ("resources", resource.name, "actions", action.name)
        what = f"The body of `{action.name}` has a name that is taken, `{name}`."
        report.add(path, what, "Write another name.", at_key=True)
    taken.add(name)


def _check_enum(field: Field, name: str, taken: set[str], path: Path, report: Report) -> None:
    """Check the class of a field's values, which others may not have from then on."""
    if name in taken:
        what = f"The values of `{field.name}` have a name that is taken, `{name}`."
        report.add(path, what, "Write another name.", at_key=True)
    elif len(field.name) + len(name) > _MOST:
        what = f"The values of `{field.name}` have a name that is too long, `{name}`."
        report.add(path, what, "Write a shorter name.", at_key=True)
    taken.add(name)
