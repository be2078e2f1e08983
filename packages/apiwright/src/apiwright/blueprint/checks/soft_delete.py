"""Rows that are kept when they are deleted: somebody deletes them, and all that goes is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import SOFT_DELETE_COLUMNS

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_METHODS = ("deleted", "restore", "purge")
"""What the service of such a resource has beside all others'."""


def check_soft_delete(blueprint: Blueprint, report: Report) -> None:
    """Check `soft_delete` of every resource, and what refers to those that have it."""
    kept = {resource.name for resource in blueprint.resources if resource.soft_delete}
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        if resource.name in kept:
            _check_resource(resource, blueprint, path, report)
            _check_names(resource, blueprint, path, report)
        else:
            _check_left_over(resource, kept, path, report)


def _check_resource(resource: Resource, blueprint: Blueprint, path: Path, report: Report) -> None:
    at = (*path, "soft_delete")
    places = [each.name for each in blueprint.resources if each.members == resource.name]
    if resource.is_account:
        what = "An account that is deleted is gone, with all that belongs to it."
        report.add(at, what, "Take it out; `is_active` keeps somebody from signing in.")
    elif resource.members:
        what = f"The members of a `{resource.name}` would stay members of what is deleted."
        report.add(at, what, "Take it out, or take `members` out.")
    elif places:
        what = "A membership that is deleted must count no more, and says who belongs to what."
        report.add(at, what, f"Take it out; `{places[0]}` cannot keep old members.")
    elif not (resource.access.delete or report.is_wrong(*path, "access")):
        what = f"Nobody may delete `{resource.name}`, so nothing is ever kept."
        report.add(at, what, "Take it out, or say who may: `delete: …`.", at_key=True)


def _check_names(resource: Resource, blueprint: Blueprint, path: Path, report: Report) -> None:
    for field in (*resource.fields, *resource.computed):
        if field.column in SOFT_DELETE_COLUMNS:
            what = f"`{field.column}` is built into what has `soft_delete`."
            report.add((*path, "fields", field.name), what, "Take it out.", at_key=True)
    for action in resource.actions:
        if action.name in _METHODS or action.method in _METHODS:
            what = f"`{action.name}` is there already, because of `soft_delete`."
            advice = "Say who may under `access`, or write another name."
            report.add((*path, "actions", action.name), what, advice, at_key=True)
    for endpoint in blueprint.endpoints:
        if endpoint.domain == resource.nouns and endpoint.logic in _METHODS:
            what = f"`{endpoint.logic}` is there already, because of `soft_delete`."
            report.add(("endpoints", endpoint.key), what, "Write `name: …`.", at_key=True)
    for other in blueprint.resources:
        above = {field.target for field in other.fields if field.name == other.under}
        if resource.name in above and other.nouns in _METHODS:
            what = f"`{resource.path}/…/{other.nouns}` is there already, because of `soft_delete`."
            report.add(("resources", other.name), what, "Write `plural: …`.", at_key=True)


def _check_left_over(resource: Resource, kept: set[str], path: Path, report: Report) -> None:
    """Check a resource whose rows are gone once they are deleted."""
    for word in ("restore", "purge"):
        if getattr(resource.access, word):
            what = f"Nothing is kept of a `{resource.name}` that is deleted."
            advice = "Take it out, or add `soft_delete: true`."
            report.add((*path, "access", word), what, advice, at_key=True)
    for field in resource.fields:
        if field.target in kept and field.on_delete == "cascade":
            what = (
                f"A `{field.target}` that is deleted can come back, and a `{resource.name}` that "
                "went with it could not."
            )
            advice = "Write `on delete restrict`, or add `soft_delete: true` here too."
            report.add((*path, "fields", field.name), what, advice)
