"""References: rows can be made, and callers can say to which they point."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

from apiwright.blueprint.checks.naming import check_naming
from apiwright.blueprint.model import ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_references(blueprint: Blueprint, report: Report) -> None:
    """Check circles of required references, and targets that nobody can see."""
    needs = {resource.name: dict(_needs(resource)) for resource in blueprint.resources}
    while circle := _circle(needs):
        _refuse_circle(circle, needs, report)
    for resource in blueprint.resources:
        path: Path = ("resources", resource.name)
        for field in resource.fields:
            if field.target and not field.read_only and _is_settable(resource):
                at: Path = (*path, "fields", field.name)
                _check_target(field, at, blueprint, report)
                if not (field.optional or field.has_default):
                    check_naming(resource, field.target, blueprint, at, report)
        for action in resource.actions:
            for field in action.body:
                if field.target:
                    at = (*path, "actions", action.name, "body", field.name)
                    _check_target(field, at, blueprint, report)


def _needs(resource: Resource) -> Iterator[tuple[str, Path]]:
    """What must be there before the first row of a resource, and where that is said."""
    path = ("resources", resource.name)
    if resource.owned and not resource.is_account:
        yield ACCOUNT, (*path, "owned")
    for field in resource.fields:
        if field.target and not field.optional and not field.read_only:
            yield field.target, (*path, "fields", field.name)


def _circle(needs: dict[str, dict[str, Path]]) -> list[str]:
    """Resources of which each needs the next, from one back to itself; empty without any."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _refuse_circle(circle: list[str], needs: dict[str, dict[str, Path]], report: Report) -> None:
    """Report a circle where a reference could be optional, and open it there."""
    name, target = next(step for step in pairwise(circle) if needs[step[0]][step[1]][2] == "fields")
    what = f"No row can be the first: {' → '.join(f'`{each}`' for each in circle)}."
    if name == target:
        what = f"No `{name}` can be the first: each needs another."
    report.add(needs[name].pop(target), what, f"Write `{target}?`.")


def _is_settable(resource: Resource) -> bool:
    return (resource.access.create or resource.access.update) is not None


def _check_target(field: Field, path: Path, blueprint: Blueprint, report: Report) -> None:
    target = blueprint.find(field.target)
    if report.is_wrong("resources", str(field.target), "access"):
        return
    if target is None or target.access.read is None:
        what = f"Nobody may read `{field.target}`, so nobody could say which one."
        advice = f"Say who may: `{field.target}: {{access: {{read: …}}}}`."
        report.add(path, what, advice)
