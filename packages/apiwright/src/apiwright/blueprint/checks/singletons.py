"""Singletons: each account has one from the beginning, which nobody else reaches."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from apiwright.blueprint.access.access import Rule
from apiwright.blueprint.access.rules import OWNER
from apiwright.blueprint.rules.rule import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

# What is about several rows, about ids, or about who else may reach them.
_OF_ROWS = (
    *("actions", "audit", "bulk", "export", "history", "include", "list", "members"),
    *("soft_delete", "tree", "under", "unique"),
)
_SIGNS = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "!=": operator.ne,
}
_OUT = "Take it out."


def check_singletons(blueprint: Blueprint, report: Report) -> None:
    """Check every singleton, and what would lead to one."""
    found = {each.name: each for each in blueprint.resources if each.singleton}
    for resource in found.values():
        path = ("resources", resource.name)
        if not report.is_wrong(*path, "singleton"):
            _check_keys(resource, path, report)
            _check_access(resource, (*path, "access"), report)
            _check_fields(resource, (*path, "fields"), report)
            _check_rules(resource, (*path, "rules"), report)
    for target, place in _references(blueprint):
        if target in found:
            what = f"`{target}` has no id: each account reaches its own alone."
            report.add(place, what, "Refer to `User`.", at_key=True)
    _check_folders({each.nouns: each.path for each in found.values()}, blueprint, report)


def _check_folders(paths: Mapping[str, str], blueprint: Blueprint, report: Report) -> None:
    for endpoint in blueprint.endpoints:
        if at := paths.get(endpoint.domain):
            what = f"`{endpoint.domain}` is the folder of what stands at `{at}`."
            advice = "Start the path otherwise."
            report.add(("endpoints", endpoint.key), what, advice, at_key=True)


def _check_keys(resource: Resource, path: Path, report: Report) -> None:
    if resource.is_account:
        what = "An account is what there is one of already."
        report.add((*path, "singleton"), what, _OUT, at_key=True)
    if report.places.has((*path, "owned")):
        what = "What each account has one of belongs to it anyway."
        report.add((*path, "owned"), what, _OUT, at_key=True)
    for key in _OF_ROWS:
        if report.places.has((*path, key)):
            what = f"Each account has one `{resource.name}`, which takes no `{key}`."
            report.add((*path, key), what, _OUT, at_key=True)
    others = [each.name for each in resource.computed] + [each.name for each in resource.links]
    for name in others:
        what = "What each account has one of holds its own fields alone."
        report.add((*path, "fields", name), what, _OUT, at_key=True)


def _check_access(resource: Resource, path: Path, report: Report) -> None:
    advice = "Write `{read: owner, update: owner}`."
    for word in ("write", "list", "create", "delete"):
        if report.places.has((*path, word)):
            what = f"`{resource.name}` is there from the beginning, and goes with its account."
            report.add((*path, word), what, advice, at_key=True)
    for word in ("read", "update"):
        rule: Rule | None = getattr(resource.access, word)
        is_said = report.places.has((*path, word)) and not report.is_wrong(*path, word)
        if is_said and rule != Rule((OWNER,)):
            what = f"Each account reaches its own `{resource.name}` alone."
            report.add((*path, word), what, "Write `owner`.")
    if not (report.places.has((*path, "read")) or report.is_wrong(*path)):
        report.add(path, f"Nobody may read their own `{resource.name}`.", advice, at_key=True)


def _check_fields(resource: Resource, path: Path, report: Report) -> None:
    for field in resource.fields:
        if field.origin:
            what = f"Each account has one from the beginning, when `{field.origin}` says nothing."
            report.add((*path, field.name), what, "Write `?` instead of the default.", at_key=True)
        elif not (field.optional or field.has_default or report.is_wrong(*path, field.name)):
            what = f"Each account has one from the beginning, and `{field.name}` has no value then."
            report.add((*path, field.name), what, "Write `?`, or a default.", at_key=True)


def _check_rules(resource: Resource, path: Path, report: Report) -> None:
    values = {each.name: each.default for each in resource.fields}
    for index, rule in enumerate(resource.rules):
        if not isinstance(rule, Comparison):
            what = "There is one row of each account, and no rule among them."
            report.add((*path, index), what, _OUT)
        elif not _holds(rule, values):
            what = f"The defaults of `{rule.left}` and `{rule.right}` break this."
            report.add((*path, index), what, "Write other defaults.")


def _holds(rule: Comparison, values: dict[str, Any]) -> bool:
    left, right = values.get(rule.left), values.get(rule.right)
    if left is None or right is None or type(left) is not type(right):
        return True
    return bool(_SIGNS[rule.operator](left, right))


def _references(blueprint: Blueprint) -> Iterator[tuple[str | None, Path]]:
    """The resource whose rows each field leads to, if any, and where that is said."""
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        for field in resource.fields:
            yield field.target, (*path, "fields", field.name)
        for link in resource.links:
            yield link.target, (*path, "fields", link.name)
        for action in resource.actions:
            for field in action.body:
                yield field.target, (*path, "actions", action.name, "body", field.name)
    for endpoint in blueprint.endpoints:
        for field in endpoint.rows:
            yield field.target, ("endpoints", endpoint.key)
        for key, fields in (("query", endpoint.query), ("body", endpoint.body)):
            for field in fields:
                yield field.target, ("endpoints", endpoint.key, key, field.name)
