"""Audits and histories: there are accounts to name, and no other thing has their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.checks.taken import classes_of_histories
from apiwright.blueprint.fields.built_in import AUDIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_HELP = "Add `auth: {sign_up: open}`."
_RENAME = "Write another name."


def check_histories(blueprint: Blueprint, report: Report) -> None:
    """Check `audit` and `history` of every resource."""
    classes = classes_of_histories(blueprint)
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        if resource.audited:
            _check_accounts(resource, blueprint, (*path, "audit"), report)
        if resource.has_history:
            _check_accounts(resource, blueprint, (*path, "history"), report)
        if report.places.has((*path, "access", "history")) and not resource.has_history:
            what = f"Nothing keeps what changes in `{resource.name}`."
            report.add((*path, "access", "history"), what, "Write `history: true` beside `access`.")
        if resource.name in classes:
            what = f"`{resource.name}` is what a history or an audit is called in built code."
            report.add(path, what, _RENAME, at_key=True)
        for at, what in _taken(resource, blueprint):
            report.add((*path, *at), what, _RENAME, at_key=True)


def _check_accounts(resource: Resource, blueprint: Blueprint, path: Path, report: Report) -> None:
    if resource.is_account:
        what = "Accounts have neither audit nor history: both would keep what people delete."
        report.add(path, what, "Keep what you must in a resource that refers to it.")
    elif blueprint.auth is None:
        report.add(path, "It says who changed a row, and there are no accounts.", _HELP)


def _taken(resource: Resource, blueprint: Blueprint) -> Iterator[tuple[Path, str]]:
    """What has a name that audit or history need, and where it stands."""
    columns = {*AUDIT, *(f"{name}_id" for name in AUDIT)} if resource.audited else set[str]()
    named = [(each.name, each.column) for each in (*resource.fields, *resource.computed)]
    named += [(link.name, link.member) for link in resource.links]
    for name, column in named:
        if {name, column} & columns:
            yield ("fields", name), f"`{name}` is a part of every row with `audit`."
    for action in resource.actions:
        if resource.has_history and action.name == "history":
            yield ("actions", action.name), "`history` is what the resource keeps."
    tables = {each.history_table: each for each in blueprint.resources if each.has_history}
    if kept := tables.get(resource.nouns):
        yield ("plural",), f"`{resource.nouns}` is the table of the history of `{kept.name}`."
    above = [field.target for field in resource.fields if field.name == resource.under]
    if resource.nouns == "history" and any(each.name in above for each in tables.values()):
        yield ("plural",), f"Below `{above[0]}`, `/history` is what changed in it."
