"""Fields that only some may read or write: somebody can, and rows can be made and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.covering import admits, maker
from apiwright.blueprint.access.deciding import deciding
from apiwright.blueprint.access.memberships import memberships_of
from apiwright.blueprint.access.rules import OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OUT = "Take it out."


def check_guards(blueprint: Blueprint, report: Report) -> None:
    """Check every field that not everybody may read or write."""
    for resource in blueprint.resources:
        for field in resource.fields:
            path = ("resources", resource.name, "fields", field.name)
            if field.read or field.write or field.sensitive:
                _check_flags(field, path, report)
                _check_people(field, resource, blueprint, path, report)
                _check_place(field, resource, blueprint, path, report)
            if field.write and not report.is_wrong(*path):
                _check_making(field, resource, blueprint, path, report)
                _check_acting(field, resource, blueprint, report)


def _check_flags(field: Field, path: Path, report: Report) -> None:
    if field.write_only and field.read:
        report.add((*path, "read"), "It is write-only: nobody ever reads it.", "Take one out.")
    if field.read_only and field.write:
        report.add((*path, "write"), "It is read-only: nobody ever writes it.", "Take one out.")
    if field.sensitive and field.read and field.read.is_public:
        what = "It is sensitive, and anyone may read it."
        report.add((*path, "read"), what, "Say who may: `read: owner | admin`.")


def _check_people(
    field: Field, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    has_owner = resource.owned or resource.is_account
    if field.sensitive and not (field.read or field.write_only or report.is_wrong(*path, "read")):
        what = f"It is sensitive, and rows of `{resource.name}` have no owner who could see it."
        report.add((*path, "sensitive"), what, "Say who may: `read: admin`.")
    for word, rule in (("read", field.read), ("write", field.write)):
        at = (*path, word)
        if rule is None or report.is_wrong(*at):
            continue
        if blueprint.auth is None and not rule.is_public:
            what = f"Nobody can meet `{rule}`: there are no accounts."
            report.add(at, what, "Take it out, or add `auth: {sign_up: open}`.")
        elif OWNER in rule.terms and not has_owner:
            what = f"Nobody can meet `{rule}`: rows of `{resource.name}` have no owner."
            report.add(at, what, f"Write `owned: true` for `{resource.name}`.")


def _check_place(
    field: Field, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    """Refuse to guard what decides where a row stands, or who may reach what."""
    if field.name == resource.under:
        what = "Rows stand below it: whoever lists them knows it."
        report.add(path, what, _OUT, at_key=True)
    elif field.name == resource.tree and field.read:
        report.add(path, "A walk through the tree would tell it.", _OUT, at_key=True)
    elif field.read and (resource.name, field.name) in deciding(blueprint):
        what = "Rules ask where it leads: whoever finds a row by them knows it."
        report.add((*path, "read"), what, _OUT)
    elif field.name in _of_memberships(resource, blueprint):
        what = "Who is a member, and as what, is what other rules ask."
        report.add(path, what, f"{_OUT[:-1]}, and let `access` say who sees memberships.")


def _of_memberships(resource: Resource, blueprint: Blueprint) -> set[str]:
    """The fields of a resource that say who is a member of what."""
    every = (memberships_of(blueprint, target) for target in blueprint.resources)
    found = [each for each in every if each and each.resource.name == resource.name]
    return {f.name for each in found for f in (*each.places, *each.people, *each.roles)}


def _check_making(
    field: Field, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    """Who makes a row and may not write a field leaves it out."""
    for rule in _makers(resource, blueprint) if field.is_asked else ():
        if not admits(field.write, rule, resource, blueprint):
            what = f"It is required, and `{rule}` may make a `{resource.name}` but not write it."
            advice = "Write `?` behind the type, or a default."
            report.add((*path, "write"), what, advice)
            return


def _check_acting(field: Field, resource: Resource, blueprint: Blueprint, report: Report) -> None:
    """An action writes what its body has, and empties what its body leaves out."""
    for action in resource.actions:
        sent = field.name in {each.name for each in action.body}
        if sent and action.by and not admits(field.write, action.by, resource, blueprint):
            path = ("resources", resource.name, "actions", action.name, "body")
            what = (
                f"Not all who may {action.name} a `{resource.name}` may write its `{field.name}`."
            )
            report.add(path, what, f"Take it out, or write `by: {field.write}`.", at_key=True)


def _makers(resource: Resource, blueprint: Blueprint) -> Iterator[Rule]:
    if rule := maker(resource):
        yield rule
    if resource.is_account and blueprint.auth and blueprint.auth.sign_up == "open":
        yield Rule((OWNER,))
