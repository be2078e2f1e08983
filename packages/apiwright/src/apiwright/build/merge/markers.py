"""Marks around both sides of a conflict, for an editor to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.build.merge.text import Line

if TYPE_CHECKING:
    from apiwright.build.merge.lines import Clash

_FIRST, _BASE, _MIDDLE, _LAST = "<<<<<<< yours", "||||||| built", "=======", ">>>>>>> blueprint"


def marked(clash: Clash) -> tuple[Line, ...]:
    """Both sides and what was built before, as git marks them."""
    return (
        *(Line(_FIRST), *clash.ours),
        *(Line(_BASE), *clash.base),
        *(Line(_MIDDLE), *clash.theirs),
        Line(_LAST),
    )


def first_mark(content: bytes) -> int | None:
    """The line, from 1, of the first conflict that is still marked in a file."""
    lines = content.splitlines()
    is_marked = all(mark.encode() in lines for mark in (_FIRST, _LAST))
    return lines.index(_FIRST.encode()) + 1 if is_marked else None
