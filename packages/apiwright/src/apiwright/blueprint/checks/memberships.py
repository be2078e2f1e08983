"""Who is a member of what: the resource that says so can, and its roles are not for the taking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.chains import leading
from apiwright.blueprint.access.memberships import memberships_of
from apiwright.blueprint.access.row_terms import read_term
from apiwright.blueprint.access.rules import ANYONE, MEMBER, OWNER, SIGNED_IN
from apiwright.blueprint.access.settle import said_at
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.access.memberships import Memberships
    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_memberships(blueprint: Blueprint, report: Report) -> None:
    """Check every resource whose rows have members."""
    targets = [resource for resource in blueprint.resources if resource.members]
    for target in targets:
        path = ("resources", target.name, "members")
        found = memberships_of(blueprint, target)
        if blueprint.auth is None:
            advice = "Add `auth: {sign_up: open}`."
            report.add(path, "Members have accounts, and there are none.", advice)
        elif found is None:
            others = [each for each in blueprint.resources if each is not target]
            names = [each.name for each in others if not each.is_account]
            what = f"`{target.members}` is no resource that could say who is a member."
            report.add(path, what, correction(str(target.members), names))
        elif not report.is_wrong("resources", found.resource.name):
            _check_fields(target, found, path, report)
            _check_group(target, found, path, report)
            _check_first(target, found, report)
            _check_giving(blueprint, target, found, report)
    if targets and MEMBER in blueprint.roles:
        at = ("roles", blueprint.roles.index(MEMBER))
        what = "`member` is a word of the rules where rows have members."
        report.add(at, what, "Write another name, such as `user`.")


def _check_fields(target: Resource, found: Memberships, path: Path, report: Report) -> None:
    name = found.resource.name
    for said, fields in ((target.name, found.places), (ACCOUNT, found.people)):
        if len(fields) != 1 or fields[0].optional or fields[0].read_only:
            what = f"`{name}` does not say which `{said}` a membership is about."
            field = f"{said.lower()}: {said}, on delete cascade"
            report.add(path, what, f"Give `{name}` one required reference: `{field}`.")
        elif fields[0].on_delete != "cascade":
            at = ("resources", name, "fields", fields[0].name)
            what = f"A membership would keep its `{said}` from being deleted."
            report.add(at, what, f"Write `{said}, on delete cascade`.")
    if len(found.roles) > 1:
        at = ("resources", name, "fields", found.roles[1].name)
        what = "Members have two enums: which one is their role?"
        report.add(at, what, "Keep one enum, weakest role first.")


def _check_group(target: Resource, found: Memberships, path: Path, report: Report) -> None:
    """One person is once a member; the index behind it is what every rule looks into."""
    pair = {field.name for field in (*found.places, *found.people)}
    if not report.is_wrong(*path) and not any({*group} == pair for group in found.resource.unique):
        what = f"Somebody could be a member of one `{target.name}` twice."
        group = f"[[{found.places[0].name}, {found.people[0].name}]]"
        report.add(("resources", found.resource.name), what, f"Add `unique: {group}`.", at_key=True)


def _check_first(target: Resource, found: Memberships, report: Report) -> None:
    """Who makes a row becomes its first member, if nothing more needs to be said for that."""
    known = {*found.places, *found.people, *found.roles}
    for field in found.resource.fields if target.access.create else ():
        if field not in known and _is_needed(field):
            path = ("resources", found.resource.name, "fields", field.name)
            what = f"Who makes a `{target.name}` is its first member, and nobody says this then."
            report.add(path, what, "Write `?` behind the type, or a default.")


def _is_needed(field: Field) -> bool:
    return not (field.optional or field.has_default)


def _check_giving(
    blueprint: Blueprint, target: Resource, found: Memberships, report: Report
) -> None:
    """Who may write memberships can give themselves any role."""
    strongest = found.roles[0].choices[-1] if found.roles else ""
    for rule, path in _giving(found, report):
        for said in rule.terms if rule and not report.is_wrong(*path) else ():
            if not _may_give(said, strongest, target, found, blueprint):
                what = f"`{said}` could make themselves `{strongest}` of any `{target.name}`."
                if said.startswith(MEMBER):
                    what = f"`{said}` could make themselves `{strongest}`."
                report.add(path, what, f"Write `member as {strongest}`.")


def _giving(found: Memberships, report: Report) -> Iterator[tuple[Rule | None, Path]]:
    """The rules of what can give somebody the strongest role, and where they are written."""
    resource = found.resource
    for operation in (
        ("create", "update") if any(not role.read_only for role in found.roles) else ()
    ):
        rule: Rule | None = getattr(resource.access, operation)
        yield rule, said_at(resource, operation, report)
    for action in resource.actions:
        if found.roles and _gives(action, found):
            yield action.by, ("resources", resource.name, "actions", action.name, "by")


def _gives(action: Action, found: Memberships) -> bool:
    """Whether an action can make somebody a member in the strongest role."""
    role = found.roles[0]
    told = {(each.field, each.value) for each in action.sets}
    told |= {(move.field, move.target) for move in action.moves}
    sent = {field.name for field in action.body}
    known = {field.name for field in (*found.places, *found.people, role)}
    return (role.name, role.choices[-1]) in told or bool(sent & known)


def _may_give(
    said: str, strongest: str, target: Resource, found: Memberships, blueprint: Blueprint
) -> bool:
    if said in (ANYONE, SIGNED_IN, OWNER):
        return False
    term = read_term(said)
    if term is None or said in blueprint.roles:
        return True
    (meant,) = leading(blueprint, found.resource, term)
    return meant.end == target.name and (term.word == "owner" or term.role == strongest)
