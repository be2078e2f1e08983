"""`models.py` of a domain: its table, with indexes, and the enums of its columns."""

from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.columns import columns, with_items
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.links import link_lines
from apiwright.build.grow.regions import fill
from apiwright.build.grow.rules import compared, rules_line
from apiwright.build.grow.text import docstring
from apiwright.plan.tables import indexes, uniques

IMPORTS = (
    *TYPES,
    "from enum import StrEnum",
    "from uuid import UUID",
    "from keel.data import AtMost, Compared, NoOverlap, Pair, Together, choice",
    "from sqlalchemy import Index, UniqueConstraint",
)


def models(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's notes."""
    text = domain_source("exemplar/notes/models.py", blueprint, resource)
    owned = text if resource.owned else text.replace("(Owned, Model,", "(Model,")
    about = docstring(resource.about, f"One of the {resource.nouns.replace('_', ' ')}.")
    pairs = "\n\n\n".join(each.model for each in link_lines(blueprint, resource))
    lines = {"about": about, "links": pairs} | table_lines(blueprint, resource)
    return with_imports(fill(owned, lines), IMPORTS)


def table_lines(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """What fields and indexes give to the regions of a model."""
    every = columns(blueprint, resource)
    return {
        "enums": "\n\n\n".join(column.enum for column in with_items(every) if column.enum),
        "indexes": "\n".join([_table_arguments(resource), rules_line(blueprint, resource)]),
        "columns": "\n".join(column.model for column in every),
    }


def _table_arguments(resource: Resource) -> str:
    """`__table_args__`, if an index or a unique constraint is over more than one column."""
    groups = [("UniqueConstraint(", group) for group in uniques(resource)]
    groups += [("Index(None, ", group) for group in indexes(resource)]
    said = compared(resource)
    said += [f"{call}{_quoted(group)})" for call, group in groups if len(group) > 1]
    said += [f"Together({_quoted(group)})" for group in resource.together]
    return f"__table_args__ = ({', '.join(said)}{',' * (len(said) == 1)})" if said else ""


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
