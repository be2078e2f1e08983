"""Conflicts, each with what both sides wanted beside each other."""

from __future__ import annotations

import os
import shlex
import sys
from difflib import unified_diff
from itertools import islice
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.build.merge.conflict import Conflict, Conflicts

_MOST_LINES = 30
_STYLES = {"+": "green", "-": "red", "…": "dim"}


def show_conflicts(conflicts: Conflicts) -> int:
    """Prints every conflict and how to settle it to standard error; the exit code for that."""
    error = Console(stderr=True, highlight=False, no_color=bool(os.environ.get("NO_COLOR")))
    for number, conflict in enumerate(conflicts.conflicts, start=1):
        head = f"conflict {number} of {len(conflicts.conflicts)}  {conflict.name}"
        error.print(Text(head, "bold"), soft_wrap=True)
        error.print(Text(conflict.what), soft_wrap=True)
        error.print(_beside(conflict))
        for side, about in _ways(conflict):
            way = f" help  {_typed()} --{side} {conflict.name}   {about}"
            error.print(Text(way), soft_wrap=True)
        error.print()
    error.print("Nothing was written. Pick a side of each, or edit the file and build again.")
    return 1


def _typed() -> str:
    """The command that is to be typed again; what is said to `build` is said to it alone."""
    again = shlex.join(sys.argv[1:]) if sys.argv[1:2] in (["adopt"], ["undo"]) else "build"
    return f"apiwright {again}"


def _beside(conflict: Conflict) -> Table:
    table = Table("yours", "the blueprint's", box=box.SIMPLE_HEAD, expand=True)
    base, ours, theirs = _dedented(conflict.base, conflict.ours, conflict.theirs)
    table.add_row(_wanted(base, ours), _wanted(base, theirs))
    return table


def _dedented(*sides: str | None) -> Iterator[str | None]:
    """The sides without the margin that all of their lines have."""
    lines = [line for side in sides for line in (side or "").splitlines() if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    for side in sides:
        yield side and "\n".join(line[margin:] for line in side.splitlines())


def _wanted(base: str | None, side: str | None) -> Text:
    """What a side did to what was built before: lines added, taken away and around."""
    if side is None:
        return Text("no such file", "dim")
    lines = [*_difference(base or "", side)] or ["as it was built"]
    shown = lines[:_MOST_LINES]
    if left := len(lines) - len(shown):
        shown.append(f"… and {left} lines more")
    return Text("\n").join(Text(line, _STYLES.get(line[0], "")) for line in shown)


def _difference(before: str, after: str) -> Iterator[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm="")
    for line in islice(lines, 3, None):  # behind the names of both sides and the first place
        yield "…" if line.startswith("@@") else line


def _ways(conflict: Conflict) -> Iterator[tuple[str, str]]:
    yield "ours", "keeps yours"
    yield "theirs", "takes the blueprint's"
    if conflict.line:
        yield "markers", "marks both in the file"
