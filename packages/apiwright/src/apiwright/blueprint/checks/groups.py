"""Fields that are unique together, and whether indexes have room for what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import shown_fields
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import BROKEN
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_FEWEST = 2
# Postgres holds 2,704 bytes in a row of an index; the id that follows a sorted column takes 16.
_INDEX_BYTES = 2_600
_INDEXED = {"eq", "in", "gt", "gte", "lt", "lte"}


def check_groups(blueprint: Blueprint, report: Report) -> None:
    """Check the groups of every resource, and every field that has an index."""
    for resource in blueprint.resources:
        fields = shown_fields(resource, blueprint.roles)
        path = ("resources", resource.name, "unique")
        for index, group in enumerate(resource.unique):
            if not report.is_wrong(*path, index):
                _check_group(group, fields, (*path, index), report)
        if len({frozenset(group) for group in resource.unique}) < len(resource.unique):
            report.add(path, "A group stands here twice.", "Take one out.", at_key=True)
        for field in resource.fields:
            _check_room(field, resource, report)


def _check_group(
    group: tuple[str, ...], fields: Mapping[str, Field], path: Path, report: Report
) -> None:
    for index, name in enumerate(group):
        field = fields.get(name)
        if field is None:
            advice = correction(name, fields)
            report.add((*path, index), f"`{name}` is no field.", advice)
        elif field.computed:
            what = f"`{name}` is worked out; it is not stored."
            report.add((*path, index), what, "Take it out.")
        elif field.type != BROKEN and not type_of(field).is_indexable:
            what = f"`{field.type}` cannot be unique."
            report.add((*path, index), what, "Take it out.")
        elif name in group[:index]:
            report.add((*path, index), f"`{name}` stands here twice.", "Take one out.")
    if report.is_wrong(*path):
        return
    if len(group) < _FEWEST:
        advice = "Name two or more, or write `unique` behind the field."
        report.add(path, "A group has one field or none.", advice)
    elif sum(_bytes(fields[name]) for name in group) > _INDEX_BYTES:
        report.add(path, f"{listed(group)} together are too long for an index.", "Shorten one.")


def _check_room(field: Field, resource: Resource, report: Report) -> None:
    listing = resource.listing
    operators = [each.operators for each in listing.filters if each.field == field.name]
    is_indexed = field.unique or field.index or field.name in listing.sort
    is_indexed = is_indexed or any(_INDEXED.intersection(found) for found in operators)
    if is_indexed and _bytes(field) > _INDEX_BYTES:
        most = _INDEX_BYTES // 4
        what = f"A text of {field.maximum} characters is too long for the index that this needs."
        advice = f"Write `..{most}`, or take its flags, filters and orders out."
        report.add(("resources", resource.name, "fields", field.name), what, advice)


def _bytes(field: Field) -> int:
    if field.type == BROKEN:
        return 0
    kind = type_of(field)
    if kind.bounds == "length" and kind.is_indexable and field.maximum is not None:
        return int(field.maximum) * 4
    return kind.bytes_each
