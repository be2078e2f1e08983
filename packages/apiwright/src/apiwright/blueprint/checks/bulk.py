"""Many rows in one call: what can be done with one of them, said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.routes import action_route, route

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_bulk(blueprint: Blueprint, report: Report) -> None:
    """Check `bulk` of every resource."""
    for resource in blueprint.resources:
        path = ("resources", resource.name, "bulk")
        if report.places.has(path) and not report.is_wrong(*path):
            _check_bulk(blueprint, resource, path, report)


def _check_bulk(blueprint: Blueprint, resource: Resource, path: Path, report: Report) -> None:
    if resource.is_account:
        what = "Accounts are made, changed and deleted one at a time."
        report.add(path, what, "Take it out.", at_key=True)
        return
    if not resource.bulk:
        advice = "Write `bulk: [create, update, delete]`, or take it out."
        report.add(path, "This names no operation.", advice, at_key=True)
    for index, word in enumerate(resource.bulk):
        if word in resource.bulk[:index]:
            report.add((*path, index), f"`{word}` stands here twice.", "Take one out.")
        elif not (getattr(resource.access, word) or report.is_wrong(*path[:2], "access")):
            what = f"Nobody may {word} one `{resource.name}`, so nobody could {word} many."
            report.add((*path, index), what, f"Take it out, or say who may: `{word}: …`.")
    _check_actions(blueprint, resource, report)


def _check_actions(blueprint: Blueprint, resource: Resource, report: Report) -> None:
    """Check that no action on the collection stands where many rows do."""
    stands = {word: route(blueprint, resource, f"bulk {word}") for word in resource.bulk}
    taken = {each: word for word, at in stands.items() for each in (at.pattern, at.name)}
    for action in resource.actions:
        at = action_route(resource, action)
        if word := taken.get(at.pattern) or taken.get(at.name):
            what = f"`{action.name}` has the path or the name of `bulk: [{word}]`."
            where = ("resources", resource.name, "actions", action.name)
            report.add(where, what, "Write another name.", at_key=True)
