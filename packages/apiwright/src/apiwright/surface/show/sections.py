"""Explanations as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apiwright.plan.explain import CHANGED, DANGER, GONE, NEW, aligned
from apiwright.surface.show.console import out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.plan.explain import Row, Section

_STYLES = {NEW: "green", CHANGED: "yellow", GONE: "red", DANGER: "bold red"}


def show_section(section: Section) -> None:
    """Prints a section under its title."""
    out.print(Text(section.title, "bold"))
    show_rows(section.rows)
    out.print()


def show_rows(rows: Iterable[Row]) -> None:
    """Prints rows as columns; a terminal gets them folded, and coloured by the mark in front."""
    if not out.is_terminal:
        for line in aligned(rows):
            out.print(f"  {line}", markup=False, soft_wrap=True)
        return
    table = Table.grid(padding=(0, 3, 0, 0))
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row), style=_STYLES.get(row[0]))
    out.print(Padding(table, (0, 0, 0, 2)))
