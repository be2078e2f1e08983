"""Drift, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text

from apiwright.plan.explain import CHANGED, DANGER, GONE, NEW, Section
from apiwright.surface.show.console import out
from apiwright.surface.show.sections import show_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.plan.drift.drift import Drift
    from apiwright.plan.drift.find import Drifts
    from apiwright.plan.explain import Row


_WAYS = "apiwright adopt NAME: the blueprint says so. apiwright restore NAME: code goes back."


def show_drifts(drifts: Drifts) -> None:
    """Prints what stands otherwise than it was built, what is the owner's own, what is not seen."""
    if drifts.found:
        show_section(Section("Drift", tuple(map(_row, drifts.found))))
        out.print(Text(_WAYS, "dim"), soft_wrap=True)
    if drifts.own:
        show_section(Section("Routes of your own", tuple(_own(drifts))))
    for each in drifts.unseen:
        out.print(Text(f"Not looked at: {each.what} ({each.why})", "dim"), soft_wrap=True)


def drifts_json(drifts: Drifts) -> dict[str, object]:
    """The same as members of an object."""
    return {
        "drift": [asdict(each) for each in drifts.found],
        "own_routes": [asdict(each) for each in drifts.own],
        "not_looked_at": [asdict(each) for each in drifts.unseen],
    }


def _row(drift: Drift) -> Row:
    return _mark(drift), drift.name, drift.words, drift.way


def _mark(drift: Drift) -> str:
    if drift.kind == "access":
        return DANGER
    if drift.expected and drift.found:
        return CHANGED
    return GONE if drift.expected else NEW


def _own(drifts: Drifts) -> Iterator[Row]:
    for route in drifts.own:
        yield "", str(route), route.access or "no guard", route.module
