"""Older versions: from a page to their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apiwright.blueprint.terms import read_terms
from apiwright.blueprint.versions.version import OlderShape, OlderVersion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.page.mistakes import Report

NONE = "none"
"""What a page says of a resource that a version does not have."""


def read_versions(data: Mapping[str, Any], report: Report) -> tuple[OlderVersion, ...]:
    """The older versions of a page, as written."""
    return tuple(_version(name, said or {}, report) for name, said in data.items())


def _version(name: str, data: Mapping[str, Any], report: Report) -> OlderVersion:
    terms = read_terms(data, ("versions", name), report)
    shapes = tuple(_shape(*each) for each in data.get("resources", {}).items())
    return OlderVersion(name, terms.deprecated, terms.sunset, shapes)


def _shape(resource: str, data: Mapping[str, Any] | str | None) -> OlderShape:
    if isinstance(data, str):
        return OlderShape(resource, is_absent=data == NONE)
    said = data or {}
    was = {now: then for now, then in said.get("was", {}).items() if then is not None}
    return OlderShape(resource, was=tuple(was.items()), without=tuple(said.get("without", ())))
