"""What a word weighs that search finds in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

WEIGHTS = range(1, 11)


def read_weight(said: object, path: Path, report: Report) -> int:
    """The weight that `search` says, 1 for `true` and 0 for `false`."""
    if not isinstance(said, int):
        return 0
    if not isinstance(said, bool) and said not in WEIGHTS:
        what = f"A weight is {WEIGHTS[0]} to {WEIGHTS[-1]}, not {said}."
        report.add((*path, "search"), what, "Write `search: 4`, or `search: true` for 1.")
    return int(said)
