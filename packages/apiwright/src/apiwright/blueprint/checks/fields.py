"""The words of one field agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.checks.fitting import misfit
from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.lists import items_of, scalars
from apiwright.blueprint.fields.patterns import why_unusable
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import BROKEN

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_FEWEST_CHOICES = 2
_MAX_DIGITS = 15
_DIGITS = ("digits", "places")


def check_fields(blueprint: Blueprint, report: Report) -> None:
    """Check every field that was understood."""
    for resource in blueprint.resources:
        at = ("resources", resource.name)
        if not (resource.fields or resource.links or resource.is_account or report.is_wrong(*at)):
            report.add(at, f"`{resource.name}` has no fields.", "Add `fields:`.", at_key=True)
        for field, path in scalars(resource.fields, (*at, "fields")):
            check_field(field, path, report)


def check_field(field: Field, path: Path, report: Report) -> None:
    """Check one field, if it was understood."""
    if field.type == BROKEN:
        return
    _check_digits(field, path, report)
    _check_bounds(field, path, report)
    _check_pattern(field, path, report)
    _check_choices(field, path, report)
    _check_flags(field, path, report)
    if not report.is_wrong(*path):
        _check_values(field, path, report)


def _check_digits(field: Field, path: Path, report: Report) -> None:
    if field.type != "decimal" or any(report.is_wrong(*path, word) for word in _DIGITS):
        return
    if field.digits is None or field.places is None:
        advice = "Write `decimal(10,2)`: ten digits, two of them after the point."
        report.add((*path, "type"), "A decimal says how many digits it has.", advice)
    elif not 1 <= field.digits <= _MAX_DIGITS:
        what = f"A decimal has 1 to {_MAX_DIGITS} digits, which both databases hold exactly."
        report.add((*path, "digits"), what, f"Write `decimal({_MAX_DIGITS},{field.places})`.")
    elif not 0 <= field.places < field.digits:
        room = f"0 to {field.digits - 1} can stand after the point"
        what = f"Of {field.digits} digits, {room}, not {field.places}."
        report.add((*path, "places"), what, f"Write `decimal({field.digits},0)` or more digits.")


def _check_bounds(field: Field, path: Path, report: Report) -> None:
    kind = type_of(field)
    least, greatest = kind.limits
    is_sized = field.digits and not any(report.is_wrong(*path, word) for word in _DIGITS)
    for word, bound in (("min", field.minimum), ("max", field.maximum)):
        if bound is None:
            continue
        if (least is not None and bound < least) or (greatest is not None and bound > greatest):
            limits = f"{values.plain(least)} and {values.plain(greatest)}"
            what = f"{values.plain(bound)} is not between {limits}."
            more = "; `text` holds more" if field.type == "str" and bound > 0 else ""
            report.add((*path, word), what, f"`{kind.name}` goes no further{more}.")
        elif is_sized and (why := misfit(field, bound, of_bounds=False)):
            report.add((*path, word), f"{bound} {why}.", "Give the decimal more digits.")
    if field.maximum == 0 and kind.bounds in ("length", "number"):
        report.add((*path, "max"), "It would always be empty.", "Write `1..` or `..120`.")
    if field.minimum is None or field.maximum is None:
        return
    low, high = values.plain(field.minimum), values.plain(field.maximum)
    if field.minimum > field.maximum:
        what = f"The least is {low}, more than the most, {high}."
        report.add((*path, "min"), what, "Write the lower bound first.")
    elif field.minimum == field.maximum and kind.bounds == "value":
        what = f"It would always be {low}; one number alone bounds only a length."
        report.add((*path, "min"), what, f"Write `{low}..` or `..{low}`.")


def _check_pattern(field: Field, path: Path, report: Report) -> None:
    if field.pattern is not None and (why := why_unusable(field.pattern)):
        advice = (
            "Write what both Python's and Rust's `regex` know: no look-around, no back-reference."
        )
        report.add((*path, "matches"), f"The pattern cannot be used: {why}.", advice)


def _check_choices(field: Field, path: Path, report: Report) -> None:
    if field.type == "enum" and len(field.choices) < _FEWEST_CHOICES:
        advice = "Write another: `draft | published`."
        report.add((*path, "values"), "One value alone is no choice.", advice)


def _check_flags(field: Field, path: Path, report: Report) -> None:
    is_unsure = any(report.is_wrong(*path, word) for word in ("optional", "default"))
    if field.read_only and field.write_only:
        what = "It is both read-only and write-only: nobody could do anything with it."
        report.add((*path, "write_only"), what, "Take one out.")
    if field.read_only and not (field.optional or field.has_default or field.is_file or is_unsure):
        what = "It is read-only and required: nobody could ever set it."
        advice = "Write `?` behind the type" + ("." if field.unique else ", or a default.")
        report.add((*path, "read_only"), what, advice)
    if (
        field.unique
        and field.has_default
        and not field.origin
        and not report.is_wrong(*path, "default")
    ):
        what = "It is unique, and a default is the same for all rows."
        report.add((*path, "default"), what, "Take `unique` or the default out.")
    if field.write_only and field.search:
        report.add((*path, "search"), "It is write-only; a search would tell it.", "Take it out.")
    if field.on_delete == "set null" and not (field.optional or is_unsure):
        what = "It is required, so deleting what it points to cannot set it to null."
        advice = f"Write `{field.target}?`, or `on delete restrict` or `cascade`."
        report.add((*path, "on_delete"), what, advice)


def _check_values(field: Field, path: Path, report: Report) -> None:
    reader = items_of(field.item) if field.item else type_of(field).value
    example = None if field.example is None else reader(field.example)
    for word, value in (("default", field.default), ("example", example)):
        if value is not None and (why := misfit(field, value)):
            advice = "Write one that callers could send."
            report.add((*path, word), f"The {word} {why}.", advice)
