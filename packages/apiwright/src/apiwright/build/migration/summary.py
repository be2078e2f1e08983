"""What a revision does, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.plan.difference import Difference
    from apiwright.plan.renames import Rename

EXPAND, CONTRACT = "expand", "contract"
_MOST = 3


def summary(change: Difference, renames: Sequence[Rename], way: str) -> str:
    """What changes, by tables: `Rename books, expand volumes`.

    Args:
        change: What changes once all have their next names.
        renames: What gets another name.
        way: Whether tables that stand `expand` or `contract`; empty if they do both.
    """
    verbs = {
        "rename": [each.now if each.kind == "table" else each.table for each in renames],
        "create": [table.name for table in change.created],
        way or "alter": [table.name for table in change.altered],
        "drop": [table.name for table in change.dropped],
        "fill": [table.name for table in change.refilled],
    }
    said = [f"{verb} {_listed(names)}" for verb, names in verbs.items() if any(names)]
    return " and ".join(said).capitalize()


def _listed(names: list[str]) -> str:
    found = [*filter(None, dict.fromkeys(names))]
    return ", ".join(found[:_MOST]) + (" and more" if len(found) > _MOST else "")
