"""What search needs for itself: the name of its order, and those of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import searched
from apiwright.blueprint.model import RELEVANCE

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.mistakes import Report

_KEPT = ("", "_index", "_index_data", "_index_idx", "_index_docsize", "_index_config")


def check_searching(blueprint: Blueprint, report: Report) -> None:
    """Check every resource that is searched."""
    for resource in blueprint.resources:
        if searched(resource):
            _check_order(resource, report)
            _check_tables(resource, blueprint, report)


def _check_order(resource: Resource, report: Report) -> None:
    for field in (*resource.fields, *resource.computed):
        if field.name == RELEVANCE:
            path = ("resources", resource.name, "fields", field.name)
            what = f"`{RELEVANCE}` is an order of every list that is searched."
            report.add(path, what, "Write another name.", at_key=True)


def _check_tables(resource: Resource, blueprint: Blueprint, report: Report) -> None:
    kept = {f"{resource.search_table}{each}" for each in _KEPT}
    for other in blueprint.resources:
        path = ("resources", other.name)
        what = f"has the table that the search of `{resource.name}` needs, `{{}}`."
        if other.nouns in kept and not report.is_wrong(*path, "plural"):
            said = f"`{other.name}` {what.format(other.nouns)}"
            report.add((*path, "plural"), said, "Write another: `plural: …`.")
        for link in other.links:
            if (table := link.table(other)) in kept:
                said = f"`{link.name}` {what.format(table)}"
                report.add((*path, "fields", link.name), said, "Write another name.", at_key=True)
