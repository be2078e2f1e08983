"""Exports: there is a list to have whole, and what it is had as is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_exports(blueprint: Blueprint, report: Report) -> None:
    """Check `export` of every resource."""
    for resource in blueprint.resources:
        path = ("resources", resource.name, "export")
        if report.places.has(path):
            _check_export(resource, path, report)


def _check_export(resource: Resource, path: Path, report: Report) -> None:
    if resource.is_account:
        report.add(path, "Accounts are not for files.", "Take it out.", at_key=True)
    elif not (resource.access.list or report.is_wrong("resources", resource.name, "access")):
        what = f"Nobody may list `{resource.name}`, so nobody could have the whole list."
        report.add(path, what, "Take it out, or say who may.", at_key=True)
    if not report.is_wrong(*path):
        _check_formats(resource.export, path, report)
    for action in resource.actions:
        if resource.export and action.function(resource) == f"export_{resource.nouns}":
            what = f"`{action.name}` has the name of the export, `export_{resource.nouns}`."
            where = ("resources", resource.name, "actions", action.name)
            report.add(where, what, "Write another name.", at_key=True)


def _check_formats(formats: tuple[str, ...], path: Path, report: Report) -> None:
    if not formats:
        what = "This names no format."
        report.add(path, what, "Write `export: [csv, jsonl]`, or take it out.", at_key=True)
    for index, word in enumerate(formats):
        if word in formats[:index]:
            report.add((*path, index), f"`{word}` stands here twice.", "Take one out.")
