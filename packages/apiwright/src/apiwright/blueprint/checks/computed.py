"""What is worked out, over several resources."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

from apiwright.blueprint.computed.model import Aggregate

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

Uses = dict[str, dict[str, "Path"]]


def check_computed(blueprint: Blueprint, report: Report) -> None:
    """Check circles: the module of one resource's rows would import itself by way of others'."""
    uses: Uses = {
        resource.name: {
            field.computed.resource: ("resources", resource.name, "fields", field.name)
            for field in resource.computed
            if isinstance(field.computed, Aggregate) and field.computed.resource != resource.name
        }
        for resource in blueprint.resources
    }
    while circle := _circle(uses):
        first, second = circle[:2]
        steps = ", ".join(f"`{one}` over `{other}`" for one, other in pairwise(circle))
        what = f"Resources are worked out over each other: {steps}."
        report.add(uses[first].pop(second), what, "Take it out, or the other.", at_key=True)


def _circle(uses: Uses) -> list[str]:
    """Resources of which each works over the next, from one back to itself; empty without any."""
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []
