"""How older versions have resources: what they call otherwise, or lack, can be told and done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.checks.absences import check_absence
from apiwright.blueprint.checks.forms import FIELD, check_form
from apiwright.blueprint.fields.built_in import built_in
from apiwright.blueprint.model import Link
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.versions.then import reshaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path
    from apiwright.blueprint.versions.version import OlderShape, OlderVersion

Mistake = tuple[str, str]

_BUILT_IN = {"id", *(field.name for field in built_in("", (), owned=True))}


def check_shapes(version: OlderVersion, blueprint: Blueprint, report: Report) -> None:
    """Check how a version has its resources."""
    resources = {resource.name: resource for resource in blueprint.resources}
    for shape in version.shapes:
        path: Path = ("versions", version.name, "resources", shape.resource)
        resource = resources.get(shape.resource)
        if report.is_wrong("resources", shape.resource):
            continue
        if resource is None:
            what = f"`{shape.resource}` is no resource of the page."
            report.add(path, what, correction(shape.resource, resources), at_key=True)
        elif resource.is_account:
            what = "Accounts are the same in every version."
            report.add(path, what, "Take `User` out.", at_key=True)
        elif shape.is_absent:
            check_absence(resource, version, blueprint, path, report)
        elif key := _of_today(resource):
            what = f"`{resource.name}` has `{key}`, which knows the names of today alone."
            report.add(path, what, f"Write `none`, or take `{key}` out.", at_key=True)
        else:
            _check_shape(shape, resource, path, report)


def _of_today(resource: Resource) -> str:
    """A construct whose endpoints cannot take another shape, if the resource has one."""
    said = {
        "bulk": resource.bulk,
        "history": resource.has_history,
        "singleton": resource.singleton,
        "soft_delete": resource.soft_delete,
    }
    return next((key for key, is_said in said.items() if is_said), "")


def _check_shape(shape: OlderShape, resource: Resource, path: Path, report: Report) -> None:
    if not (shape.was or shape.without or report.is_wrong(*path)):
        what = f"This says nothing of `{resource.name}`."
        report.add(path, what, "Write `was: {…}`, `without: […]` or `none`.", at_key=True)
    for now, then in shape.was:
        for what, advice in _wrong_name(now, then, resource):
            report.add((*path, "was", now), what, advice, at_key=True)
        check_form(FIELD, then, (*path, "was", now), report)
    for index, name in enumerate(shape.without):
        for what, advice in _wrong_lack(name, resource):
            report.add((*path, "without", index), what, advice)
        if name in shape.without[:index] or name in dict(shape.was):
            what = f"`{name}` stands here twice."
            report.add((*path, "without", index), what, "Take one out.")
    if not report.is_wrong(*path):
        _check_twins(shape, resource, path, report)


def _parts(resource: Resource) -> dict[str, Field | Link]:
    return {part.name: part for part in resource.parts}


def _wrong_name(now: str, then: str, resource: Resource) -> Iterator[Mistake]:
    if now not in _parts(resource):
        yield _unknown(now, resource)
    elif why := _why_it_stays(now, resource):
        yield why, f"Take it out: here it is `{now}` too."
    elif now == then:
        yield f"`{now}` is what it is called today.", "Take it out."
    elif taken := reserved.older_member(then):
        yield f"`{then}` {taken}.", "Write the name that it had."


def _wrong_lack(name: str, resource: Resource) -> Iterator[Mistake]:
    parts = _parts(resource)
    if name not in parts:
        yield _unknown(name, resource)
    elif why := _why_it_stays(name, resource):
        yield why, f"Take it out: here is a `{name}` too."
    elif name == resource.tree:
        yield f"`{name}` makes `{resource.name}` a tree, in every version.", "Take it out."
    elif resource.access.create and _is_asked(parts[name]):
        what = f"New rows need `{name}`, which clients of then do not send."
        yield what, f"Give `{name}` a default or `?`, or take it out here."
    for action in resource.actions:
        if name in {field.name for field in action.body}:
            yield f"The action `{action.name}` takes `{name}`, in every version.", "Take it out."


def _unknown(name: str, resource: Resource) -> Mistake:
    parts = _parts(resource)
    if name in _BUILT_IN:
        return f"`{name}` is built in, and the same in every version.", "Take it out."
    if compound := [f"`{each}`" for each in parts if each.startswith(f"{name}_")]:
        return f"`{name}` is no field by itself.", f"Write {' or '.join(compound)}."
    return f"`{name}` is no field of `{resource.name}` today.", correction(name, parts)


def _why_it_stays(name: str, resource: Resource) -> str:
    if name in resource.include:
        return f"`include` shows `{name}`, by the same word in every version."
    if name == resource.under:
        return f"`{resource.name}` stands below `{name}`, in every version."
    return ""


def _is_asked(part: Field | Link) -> bool:
    return part.minimum > 0 if isinstance(part, Link) else part.is_asked


def _check_twins(shape: OlderShape, resource: Resource, path: Path, report: Report) -> None:
    """Check that no two members have one name then."""
    then, today = reshaped(resource, shape), _parts(resource)
    members = [part.member for part in then.parts]
    members += [name.replace(" ", "_") for name in resource.include]
    for now, name in shape.was:
        member = replace(today[now], name=name).member
        if members.count(member) > 1:
            what = f"Something else is called `{member}` then."
            report.add((*path, "was", now), what, "Write the name that it had.", at_key=True)
