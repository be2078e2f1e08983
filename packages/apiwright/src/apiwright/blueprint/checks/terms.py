"""What is kept is what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.mistakes import Report


def check_terms(blueprint: Blueprint, report: Report) -> None:
    """Check that whatever has a `cache` has answers to keep."""
    for resource in blueprint.resources:
        if resource.terms.cache_s and not (resource.access.list or resource.access.read):
            path = ("resources", resource.name, "cache")
            what = f"Nobody may read `{resource.name}`, so there is nothing to keep."
            report.add(path, what, "Take it out.", at_key=True)
    for endpoint in blueprint.endpoints:
        if endpoint.terms.cache_s and endpoint.method != "GET":
            path = ("endpoints", endpoint.key, "cache")
            what = f"An answer to `{endpoint.method}` is never kept."
            report.add(path, what, "Take it out.", at_key=True)
