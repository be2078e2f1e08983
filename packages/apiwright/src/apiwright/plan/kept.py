"""What a record keeps of what its plan made, whatever a newer apiwright makes of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from apiwright.plan.generations import GENERATION
from apiwright.plan.table import Table
from apiwright.plan.tables import tables

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint
    from apiwright.survey.survey import Applied

_tables = TypeAdapter(tuple[Table, ...])


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands once a plan is applied.

    Attributes:
        tables: Every table.
        generation: That of the templates that made it.
    """

    tables: tuple[Table, ...]
    generation: int = GENERATION


def keep_tables(blueprint: Blueprint | None) -> list[Any]:
    """The tables of what is built, as JSON that `kept` reads."""
    made = tables(blueprint) if blueprint else ()
    said: list[Any] = _tables.dump_python(made, mode="json", exclude_defaults=True)
    return said


def kept(applied: Applied | None, blueprint: Blueprint | None) -> Kept:
    """What stands once a plan is applied.

    Args:
        applied: Its record.
        blueprint: Its page, which says the tables where the record keeps none.
    """
    made = tables(blueprint) if blueprint else ()
    if applied is None:
        return Kept(made)
    stand = _tables.validate_python(applied.tables) if applied.tables else made
    return Kept(stand, applied.generation)
