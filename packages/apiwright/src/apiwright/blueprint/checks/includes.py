"""What answers include: relations that there are, that callers could see, under free names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import shown_fields
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.relations import relations

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path
    from apiwright.blueprint.relations import Relation


def check_includes(blueprint: Blueprint, report: Report) -> None:
    """Check the includes of every resource."""
    for resource in blueprint.resources:
        path = ("resources", resource.name, "include")
        if resource.include and not (resource.access.read or resource.access.list):
            what = (
                f"Nobody may read or list `{resource.name}`, so no answer could include anything."
            )
            report.add(path, what, "Take it out, or say who may: `read: …`.", at_key=True)
            continue
        known = relations(blueprint, resource)
        for index, name in enumerate(resource.include):
            if name in resource.include[:index]:
                report.add((*path, index), f"`{name}` stands here twice.", "Take one out.")
            elif name in known:
                _check_relation(known[name], resource, blueprint, (*path, index), report)
            elif not report.is_wrong("resources", resource.name, "fields", name):
                _refuse_unknown(name, known, (*path, index), report)


def _refuse_unknown(name: str, known: dict[str, Relation], path: Path, report: Report) -> None:
    if exact := [each for each in known if each.startswith(f"{name} by ")]:
        what = f"More than one field could be meant by `{name}`."
        report.add(path, what, f"Write {' or '.join(f'`{each}`' for each in exact)}.")
        return
    advice = correction(name, known)
    if not known:
        advice = "It refers to no resource, and none refers to it."
    report.add(path, f"`{name}` is no relation of this resource.", advice)


def _check_relation(
    relation: Relation, resource: Resource, blueprint: Blueprint, path: Path, report: Report
) -> None:
    other = blueprint.find(relation.resource)
    verb = "list" if relation.is_list else "read"
    own = shown_fields(resource, blueprint.roles)
    column = next((each for each in own.values() if each.column == relation.member), None)
    if column or relation.member in {link.member for link in resource.links}:
        what = f"Answers have `{relation.member}` already."
        report.add(path, what, "Take it out, or rename the field.")
    elif relation.kind == "one" and own[relation.name].write_only:
        what = f"`{relation.name}` is write-only; an include would tell it."
        report.add(path, what, "Take it out.")
    elif report.is_wrong("resources", relation.resource):
        return
    elif other is None or getattr(other.access, verb) is None:
        what = f"Nobody may {verb} `{relation.resource}`, so it would always be empty."
        advice = f"Take it out, or say who may: `{relation.resource}: {{access: {{{verb}: …}}}}`."
        report.add(path, what, advice)
