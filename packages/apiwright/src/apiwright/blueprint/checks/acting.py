"""What an action asks of a row, sets in it and takes from its caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import reserved
from apiwright.blueprint.checks.choices import check_choices
from apiwright.blueprint.checks.fields import check_field
from apiwright.blueprint.checks.fitting import misfit
from apiwright.blueprint.checks.forms import FIELD, check_form
from apiwright.blueprint.checks.members import FILE_OF_ROW, NO_FILE
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.fields.values import plain
from apiwright.blueprint.model import BROKEN
from apiwright.blueprint.page.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action, Setting
    from apiwright.blueprint.model import Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OUT = "Take it out."
_FLAGS = ("unique", "index", "search", "read_only", "write_only", "sensitive", "was")
_RULES = ("read", "write")


def check_needs(action: Action, resource: Resource, path: Path, report: Report) -> None:
    """Check that what an action needs can be there, and can be missing."""
    fields = {field.name: field for field in resource.fields}
    sent = {field.name for field in action.body}
    for index, name in enumerate(action.needs):
        at = (*path, "needs", index)
        if name not in fields:
            report.add(at, f"`{name}` is no field.", correction(name, fields))
        elif name in action.needs[:index]:
            report.add(at, f"`{name}` stands here twice.", _OUT)
        elif name in sent:
            report.add(at, f"`{name}` comes with the body.", _OUT)
        elif not _can_be_missing(fields[name]):
            what = f"`{name}` is never without a value."
            report.add(at, what, "Take it out, or write `?` behind its type.")


def check_sets(action: Action, resource: Resource, path: Path, report: Report) -> None:
    """Check that what an action sets fits its field."""
    for setting in action.sets:
        field, at = resource.field(setting.field), (*path, "sets", setting.field)
        if report.is_wrong("resources", resource.name, "fields", field.name):
            continue
        if field.is_file:
            report.add(at, f"`{field.name}` is a file, with endpoints of its own.", _OUT)
        elif why := _why_not_set(field, setting, action):
            report.add(at, *why)


def _why_not_set(field: Field, setting: Setting, action: Action) -> tuple[str, str] | None:
    if field.arrows:
        return f"`{field.name}` moves by arrows.", f"Write `{field.name}: … -> {setting.value}`."
    if field.name in (sent.name for sent in action.body):
        return f"`{field.name}` comes with the body.", _OUT
    if setting.origin:
        return None
    if setting.value is None:
        what = f"`{field.name}` is never null."
        return None if field.optional else (what, "Write a value, or `?` behind its type.")
    if field.target:
        return "No row is known by its id here.", "Write `caller` where it refers to `User`."
    why = misfit(field, setting.value)
    return (f"The value {why}.", "Write one that callers could send.") if why else None


def check_body(action: Action, resource: Resource, path: Path, report: Report) -> None:
    """Check what callers send, and that a column of the same name can take it."""
    columns = {field.name: field for field in resource.fields}
    for index, field in enumerate(action.body):
        own = columns.get(field.name)
        if field is own:
            at = (*path, "body", index)
            if field.arrows:
                report.add(at, f"`{field.name}` moves by arrows.", _OUT)
            if field.is_file:
                report.add(at, NO_FILE, f"Write `needs: [{field.name}]`: it is sent before.")
            continue
        at = (*path, "body", field.name)
        if field.type == BROKEN or report.is_wrong(*at):
            continue
        if field.is_file:
            report.add(at, NO_FILE, FILE_OF_ROW)
            continue
        _check_sent(field, at, report)
        if own and own.type != BROKEN:
            _check_own(field, own, at, report)


def _check_sent(field: Field, path: Path, report: Report) -> None:
    """Check a field that is of the body alone."""
    check_form(FIELD, field.name, path, report)
    if why := reserved.column(field.column):
        report.add(path, f"`{field.column}` {why}.", "Write another name.", at_key=True)
    for what in _meaningless(field):
        report.add(path, what, _OUT)
    for word in _RULES:
        if report.places.has((*path, word)):
            what = f"`{word}` means nothing in a body."
            report.add((*path, word), what, "Say it in the field of this name.")
    check_choices([field], path[:-1], report)
    check_field(field, path, report)


def _meaningless(field: Field) -> Iterator[str]:
    yield from (f"`{flag}` means nothing in a body." for flag in _FLAGS if getattr(field, flag))
    if field.on_delete != "restrict":
        yield "`on delete` means nothing in a body."
    if field.arrows:
        yield "States are of rows, not of bodies."


def _check_own(field: Field, own: Field, path: Path, report: Report) -> None:
    """Check what is written to the column of its name."""
    if own.arrows or not _is_same_kind(field, own):
        what = f"`{field.name}` is of another type than the field that it is written to."
        report.add(path, what, f"Write `body: [{field.name}]`, or another name.")
    elif field.optional and not own.optional:
        what = f"`{field.name}` can be null here, and not in the field that it is written to."
        report.add(path, what, "Take the `?` out.")
    elif own.maximum is not None and (field.maximum is None or field.maximum > own.maximum):
        what = f"`{field.name}` can be more here than in the field that it is written to."
        report.add(path, what, f"Write `..{plain(own.maximum)}`.")


def _is_same_kind(field: Field, own: Field) -> bool:
    return all(
        getattr(field, part) == getattr(own, part) for part in ("type", "target", "choices", "item")
    )


def _can_be_missing(field: Field) -> bool:
    if field.type == BROKEN or field.optional:
        return True
    is_sized = type_of(field).bounds in ("length", "number")
    return is_sized and not field.minimum
