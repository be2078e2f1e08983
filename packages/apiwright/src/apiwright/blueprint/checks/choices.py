"""The values of enums: each is spelled as a value is, and no two are alike in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.blueprint.checks.forms import CHOICE, check_form
from apiwright.blueprint.checks.twins import indexed, refuse_twins
from apiwright.blueprint.fields.lists import scalars

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apiwright.blueprint.model import Field
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def check_choices(fields: Iterable[Field], path: Path, report: Report) -> None:
    """Check the values of these fields, which stand at a path."""
    for field, place in scalars(fields, path):
        values = indexed(field.choices, (*place, "values"))
        for choice, at in values:
            check_form(CHOICE, choice, at, report)
        refuse_twins(values, names.constant, "name in Python", report)
