"""Versions of the interface: they are numbered, in order, and have what their paths need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.blueprint.checks.shapes import check_shapes

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_FORM = re.compile(r"v[1-9][0-9]{0,2}")


def check_versions(blueprint: Blueprint, report: Report) -> None:
    """Check `api` and `versions`."""
    if report.places.has(("api",)) and not report.is_wrong("api"):
        _check_form(blueprint.api, ("api",), report)
    if blueprint.versions and not (blueprint.api or report.is_wrong("api")):
        what = "There is no version of the page itself, beside which these could be older."
        report.add(("versions",), what, "Say it: `api: v2`.", at_key=True)
    for version in blueprint.versions:
        path: Path = ("versions", version.name)
        if _check_form(version.name, path, report) and not report.is_wrong("api"):
            _check_order(version.name, blueprint.api, path, report)
        check_shapes(version, blueprint, report)
    for name in [blueprint.api, *(version.name for version in blueprint.versions)]:
        _check_folders(name, blueprint, report)


def _check_form(name: str, path: Path, report: Report) -> bool:
    if _FORM.fullmatch(name):
        return True
    digits = re.sub(r"[^0-9].*", "", re.sub(r"^[^0-9]*0*", "", name))[:3] or "1"
    report.add(path, f"`{name}` is no version of an interface.", f"Write `v{digits}`.", at_key=True)
    return False


def _check_order(name: str, api: str, path: Path, report: Report) -> None:
    if name == api:
        what = f"`{name}` is what the page describes, so it is no older version."
        report.add(path, what, f"Write a later one: `api: v{_number(api) + 1}`.", at_key=True)
    elif api and _number(name) > _number(api):
        what = f"`{name}` is later than `{api}`, which the page describes."
        report.add(path, what, f"Write `api: v{_number(name) + 1}`.", at_key=True)


def _number(name: str) -> int:
    return int(name[1:])


def _check_folders(name: str, blueprint: Blueprint, report: Report) -> None:
    """No folder of the package is called like the module of a version."""
    for resource in blueprint.resources:
        if resource.nouns == name:
            path = ("resources", resource.name, "plural")
            report.add(path, f"`{name}` is a version of the interface.", "Write another.")
    for endpoint in blueprint.endpoints:
        if endpoint.domain == name:
            what = f"`/{name}` stands before every path of that version, without being said."
            report.add(("endpoints", endpoint.key), what, f"Take `/{name}` out.", at_key=True)
