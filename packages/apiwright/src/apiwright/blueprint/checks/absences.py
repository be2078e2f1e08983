"""Resources that an older version does not have: nothing of it leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.relations import included

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path
    from apiwright.blueprint.versions.version import OlderVersion


def check_absence(
    resource: Resource, version: OlderVersion, blueprint: Blueprint, path: Path, report: Report
) -> None:
    """Check that what a version has does not lead to a resource that it has not."""
    for other in blueprint.resources:
        if not version.shape(other.name).is_absent:
            for what, advice in _ways(other, resource.name, version, blueprint):
                report.add(path, what, advice)
    absent = {each.nouns for each in blueprint.resources if version.shape(each.name).is_absent}
    for endpoint in blueprint.endpoints:
        is_there = endpoint.domain not in absent
        if is_there and endpoint.returns and endpoint.returns.resource == resource.name:
            what = f"`{endpoint}` answers it, in every version."
            report.add(path, what, f"Let `{version.name}` have it.")


def _ways(
    other: Resource, name: str, version: OlderVersion, blueprint: Blueprint
) -> Iterator[tuple[str, str]]:
    """What of another resource leads there, and what can be done."""
    without = version.shape(other.name).without
    for part in other.parts:
        if part.target == name and part.name not in without:
            what = f"`{other.name}.{part.name}` leads to it."
            if other.under == part.name or part.name in other.include:
                yield what, f"Write `{other.name}: none` too, or let `{version.name}` have it."
            else:
                yield what, f"Write `{other.name}: {{without: [{part.name}]}}` beside it."
    for relation in included(blueprint, other):
        if relation.resource == name and relation.name not in {*without}:
            what = f"`{other.name}` can include `{relation.name}`, in every version."
            yield what, f"Let `{version.name}` have it."
    for action in other.actions:
        if action.returns == name:
            what = f"The action `{action.name}` of `{other.name}` answers it, in every version."
            yield what, f"Let `{version.name}` have it."
