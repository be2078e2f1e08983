"""Files that the owner moved or renamed."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

_LIKENESS = 0.6


def find_moved(
    path: PurePosixPath, base: bytes, strangers: Mapping[PurePosixPath, bytes]
) -> PurePosixPath | None:
    """Where a file that is gone from its place stands now.

    Args:
        path: Where it was.
        base: What it was.
        strangers: The files that nobody built, one of which it may be.

    Returns:
        The file that shares most lines with it, three fifths at least; `None` if none does.
    """
    same_kind = [each for each in strangers if each.suffix == path.suffix]
    likeness = {each: _likeness(base, strangers[each]) for each in same_kind}
    alike = [each for each in same_kind if likeness[each] >= _LIKENESS]
    return max(alike, key=lambda each: likeness[each], default=None)


def _likeness(one: bytes, other: bytes) -> float:
    lines = _lines(one)
    matcher = SequenceMatcher(None, lines, _lines(other), autojunk=False)
    if not lines:
        return 0.0
    is_near = matcher.real_quick_ratio() >= _LIKENESS and matcher.quick_ratio() >= _LIKENESS
    return matcher.ratio() if is_near else 0.0


def _lines(content: bytes) -> list[bytes]:
    return [line for line in content.splitlines() if line.strip()]
