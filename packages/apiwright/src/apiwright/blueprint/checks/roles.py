"""Roles have names that rules can tell from their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.access.rules import WORDS
from apiwright.blueprint.checks.forms import ROLE, check_form
from apiwright.blueprint.checks.twins import indexed, refuse_twins
from apiwright.blueprint.names import constant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.page.mistakes import Report


def check_roles(roles: Sequence[str], report: Report) -> None:
    """Check the names of roles, before rules use them."""
    for index, role in enumerate(roles):
        path = ("roles", index)
        if why := _why_taken(role):
            report.add(path, f"`{role}` {why}.", "Write another name.")
        else:
            check_form(ROLE, role, path, report, _why_taken)
    refuse_twins(indexed(roles, ("roles",)), constant, "name in Python", report)


def _why_taken(role: str) -> str | None:
    return "is a word of the rules" if role.replace("_", " ") in WORDS else None
