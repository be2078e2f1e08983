"""Fields of a page that may have a column as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from apiwright.blueprint.fields.shorthand import head_of
from apiwright.blueprint.fields.types import MAX_BIG_INT
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.page.splice import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.places import Path
    from apiwright.plan.adopting.pages import Pages
    from apiwright.survey.standing import StandingColumn

_TYPES = {
    "TEXT": "text",
    "INTEGER": "int",
    "FLOAT": "float",
    "BOOLEAN": "bool",
    "DATE": "date",
    "TIMESTAMP WITH TIME ZONE": "datetime",
    "TIME WITHOUT TIME ZONE": "time",
    "UUID": "uuid",
    "JSONB": "json",
}
_SAID_IN_TYPE = ("optional", "min", "max", "digits", "places")


def field_candidates(
    pages: Pages,
    blueprint: Blueprint,
    resource: Resource,
    name: str,
    columns: tuple[StandingColumn, ...],
) -> Iterator[tuple[Change, ...]]:
    """Changes after which a resource may have a column as it stands, or none of its name.

    Args:
        pages: What is said now.
        blueprint: The same, read.
        resource: The one whose table has it.
        name: What the column is called.
        columns: All of the table, as they stand.
    """
    path = ("resources", resource.name, "fields")
    fields = cast("dict[str, object]", pages.said(path) or {})
    column = next((each for each in columns if each.name == name), None)
    said = [key for key in fields if name in (key, f"{key}_id") or name.startswith(f"{key}_")]
    if column is None:
        yield from ((Change((*path, key), None),) for key in said)
        return
    for head in _heads(blueprint, column):
        yield from (_changed((*path, key), fields[key], head) for key in said)
        if not said:
            behind = _behind(fields, [each.name for each in columns], name)
            yield (Change((*path, _called(column)), f"{head}{_flags(column)}", behind),)


def _heads(blueprint: Blueprint, column: StandingColumn) -> Iterator[str]:
    """The beginnings of short forms that have a column of this type."""
    mark = "?" if column.nullable else ""
    kind, _, size = column.type.partition("(")
    if column.target:
        targets = {each.nouns: each.name for each in blueprint.resources}
        targets |= {"users": ACCOUNT} if blueprint.auth else {}
        if column.target in targets:
            yield f"{targets[column.target]}{mark}"
    elif size and kind in ("VARCHAR", "NUMERIC"):
        yield (
            f"str{mark} ..{size[:-1]}"
            if kind == "VARCHAR"
            else f"decimal({size.replace(' ', '')}{mark}"
        )
    elif column.type == "BIGINT":
        yield f"int{mark} {-MAX_BIG_INT}..{MAX_BIG_INT}"
    elif column.type in _TYPES:
        yield f"{_TYPES[column.type]}{mark}"


def _flags(column: StandingColumn) -> str:
    deletion = column.on_delete.lower()
    said = [
        "unique" if column.unique else "",
        "index" if column.index and not column.unique and not column.target else "",
        f"on delete {deletion}" if deletion in ("cascade", "set null") else "",
    ]
    flags = "".join(f", {each}" for each in said if each)
    return f"{flags} = {column.default}" if column.default else flags


def _changed(path: Path, said: object, head: str) -> tuple[Change, ...]:
    """A field with another type, whatever else it says."""
    if isinstance(said, str):
        return (Change(path, _with_head(said, head)),)
    words = cast("dict[str, object]", said) if isinstance(said, dict) else {}
    gone = (Change((*path, word), None) for word in _SAID_IN_TYPE if word in words)
    return (*gone, Change((*path, "type"), _with_head(str(words.get("type", "str")), head)))


def _with_head(short: str, head: str) -> str:
    """A short form with another beginning, and its least length if that is still one."""
    was = head_of(short)
    least = was and (was["min"] or was["length"])
    kind, dots, most = head.rpartition(" ..")
    if least and dots and was and was["type"] == kind.rstrip("?"):
        head = f"{kind} {least}..{most}"
    return head + short[was.end() if was else len(short) :].rstrip()


def _called(column: StandingColumn) -> str:
    return column.name.removesuffix("_id") if column.target else column.name


def _behind(fields: dict[str, object], columns: list[str], name: str) -> str | None:
    """The last field that stands before a column in its table; `None` for the last of all."""
    if columns[-1] == name:
        return None
    before = [re.sub("_id$", "", each) for each in columns[: columns.index(name)]]
    before += columns[: columns.index(name)]
    return next((key for key in reversed([*fields]) if key in before), "")
