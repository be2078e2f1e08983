"""A field → the words that a page would have for it, as short as they can be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.bounds import fill
from apiwright.blueprint.fields.types import type_of

if TYPE_CHECKING:
    from apiwright.blueprint.model import Field

_FLAGS = ("unique", "index", "read_only", "write_only")


def write_field(field: Field) -> str | dict[str, object]:
    """The short form of a field; a mapping if it says what has no short form."""
    if field.arrows:
        return _states(field)
    short, rest = _head(field), dict[str, object]()
    if field.pattern and re.search(r",\s|\s=\s|\n|^\s|\s\Z|\Amatches", field.pattern):
        rest["matches"] = field.pattern
    else:
        short += _pattern(field)
    short += _media_types(field)
    short += "".join(f", {flag.replace('_', '-')}" for flag in _flags(field))
    if field.search:
        short += f", search {field.search}" if field.search > 1 else ", search"
    if field.on_delete != "restrict":
        short += f", on delete {field.on_delete}"
    if field.has_default:
        short += f" = {field.origin or _default(field)}"
    if field.about:
        rest["about"] = field.about
    if field.example is not None:
        rest["example"] = field.example
    return {"type": short, **rest} if rest else short


def _pattern(field: Field) -> str:
    return f", matches {field.pattern}" if field.pattern else ""


def _media_types(field: Field) -> str:
    return f", {' | '.join(field.media_types)}" if field.media_types else ""


def _flags(field: Field) -> list[str]:
    return [flag for flag in _FLAGS if getattr(field, flag) and not field.is_file]


def _states(field: Field) -> dict[str, object]:
    said: dict[str, object] = {"states": [" -> ".join(arrow) for arrow in field.arrows]}
    words = {"index": field.index, "about": field.about, "example": field.example}
    return said | {word: value for word, value in words.items() if value}


def _head(field: Field) -> str:
    named = " | ".join(field.choices) or field.target or field.type
    if field.item:
        named = f"[{_head(field.item)}{_pattern(field.item)}]"
    digits = f"({field.digits},{field.places})" if field.digits is not None else ""
    bounds = _bounds(field)
    return f"{named}{digits}{'?' if field.optional else ''}{' ' if bounds else ''}{bounds}"


def _bounds(field: Field) -> str:
    kind, both = type_of(field), (field.minimum, field.maximum)
    if kind.bounds in ("length", "number") and both[0] is not None and both[0] == both[1]:
        return str(both[0])
    for said in ((None, None), (both[0], None), (None, both[1]), both):
        if fill(kind, *said) == both:
            return "" if said == (None, None) else "..".join(map(_bound, said))
    return ""


def _bound(value: object) -> str:
    return "" if value is None else str(values.plain(value))


def _default(field: Field) -> str:
    if field.item:
        return json.dumps(values.plain(field.default))
    if type_of(field).is_bare:
        return (
            json.dumps(field.default) if isinstance(field.default, bool) else _bound(field.default)
        )
    text = str(values.plain(field.default))
    is_plain = text and text == " ".join(text.split()) and not text.startswith('"')
    return text if is_plain else json.dumps(text)
