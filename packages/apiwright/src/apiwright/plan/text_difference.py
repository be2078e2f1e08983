"""One edit as a patch."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.plan.plan import Edit

_NO_FILE = "/dev/null"


def text_difference(edit: Edit) -> str:
    """What changes in a file's lines, in the form that `patch` and git read."""
    try:
        before, after = ((side or b"").decode() for side in (edit.before, edit.after))
    except UnicodeDecodeError:
        return f"Binary files a/{edit.path} and b/{edit.path} differ\n"
    names = (
        _NO_FILE if edit.before is None else f"a/{edit.path}",
        _NO_FILE if edit.after is None else f"b/{edit.path}",
    )
    lines = unified_diff(before.splitlines(True), after.splitlines(True), *names)  # noqa: FBT003
    return "".join(map(_ended, lines))


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
