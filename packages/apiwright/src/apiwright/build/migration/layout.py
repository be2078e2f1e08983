"""Python calls as source, laid out as ruff's formatter leaves them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import indent, wrap
from typing import TYPE_CHECKING, TypeAlias, Union

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 100
MARGIN = "    "
_PIECE = 72

Source: TypeAlias = Union["Call", "Quoted", str]
"""A call, a text to be quoted, or source that stays as it is."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text to be quoted, in pieces if it is long."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """Parts between brackets; `opening` is all up to the first one."""

    opening: str
    parts: tuple[Source, ...]
    closing: str = ")"


def call(name: str, /, *positional: Source, **named: Source) -> Call:
    """A call with its arguments."""
    return Call(f"{name}(", (*positional, *(_named(key, value) for key, value in named.items())))


def listing(texts: Iterable[str]) -> Call:
    """A list of texts."""
    return Call("[", tuple(map(Quoted, texts)), "]")


def lay(source: Source, room: int, *, split: bool = False, ending: str = "") -> str:
    """Lay out on one line of at most `room` columns, else, or if `split`, each part on its own."""
    flat = _flat(source) + ending
    if isinstance(source, str) or (len(flat) <= room and not split):
        return flat
    if isinstance(source, Quoted):
        return "\n".join(map(_quote, _pieces(source.text))) + ending
    lay_part = _lay_item if source.closing == "]" else lay
    parts = (lay_part(part, room - len(MARGIN), ending=",") + "\n" for part in source.parts)
    return f"{source.opening}\n{indent(''.join(parts), MARGIN)}{source.closing}{ending}"


def _lay_item(source: Source, room: int, *, ending: str) -> str:
    """An item of a list: a text in pieces stands in brackets, or a comma might be missing there."""
    laid = lay(source, room, ending=ending)
    if not isinstance(source, Quoted) or "\n" not in laid:
        return laid
    return f"(\n{indent(laid.removesuffix(ending), MARGIN)}\n){ending}"


def _named(key: str, value: Source) -> Source:
    if isinstance(value, Call):
        return replace(value, opening=f"{key}={value.opening}")
    return f"{key}={_flat(value)}"


def _flat(source: Source) -> str:
    match source:
        case Call():
            return f"{source.opening}{', '.join(map(_flat, source.parts))}{source.closing}"
        case Quoted():
            return _quote(source.text)
        case str():
            return source


def _pieces(text: str) -> list[str]:
    return wrap(text, _PIECE, drop_whitespace=False, replace_whitespace=False, expand_tabs=False)


def _quote(text: str) -> str:
    quoted = repr(text)
    if quoted.startswith('"') or text.count('"') > text.count("'"):
        return quoted
    inner = quoted[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'
