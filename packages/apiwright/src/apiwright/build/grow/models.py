"""`models.py` of a domain: its table, with indexes, and the enums of its columns."""

from collections.abc import Iterator

from apiwright.blueprint.fields.built_in import searched
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow.columns import columns, with_items
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.histories import HISTORY_IMPORTS, audited, history_class
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.links import link_lines
from apiwright.build.grow.regions import fill
from apiwright.build.grow.rules import compared, rules_line
from apiwright.build.grow.tenants import tenant_column, tenant_line
from apiwright.build.grow.text import docstring
from apiwright.plan.tables import indexes, uniques

IMPORTS = (
    *TYPES,
    *HISTORY_IMPORTS,
    "from enum import StrEnum",
    "from uuid import UUID",
    "from keel.data import AtMost, Compared, NoOverlap, Pair, Searched, SoftDeleted, Together",
    "from keel.data import UniqueUndeleted, choice",
    "from sqlalchemy import Index, UniqueConstraint",
)


def models(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's notes."""
    text = domain_source("exemplar/notes/models.py", blueprint, resource)
    kept = "SoftDeleted, " if resource.soft_delete else ""
    owned = "Owned, " if resource.owned else ""
    parented = text.replace("(Owned, Model,", f"({kept}{owned}Model,")
    told = f"{audited(parented, resource)}{history_class(blueprint, resource)}"
    about = docstring(resource.about, f"One of the {resource.nouns.replace('_', ' ')}.")
    pairs = "\n\n\n".join(each.model for each in link_lines(blueprint, resource))
    lines = {"about": about, "links": pairs} | table_lines(blueprint, resource)
    return with_imports(fill(told, lines), IMPORTS)


def table_lines(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """What fields and indexes give to the regions of a model."""
    every = columns(blueprint, resource)
    return {
        "enums": "\n\n\n".join(column.enum for column in with_items(every) if column.enum),
        "indexes": "\n".join(_declared(blueprint, resource)),
        "columns": "\n".join(
            [*tenant_column(blueprint, resource), *(column.model for column in every)]
        ),
    }


def _declared(blueprint: Blueprint, resource: Resource) -> Iterator[str]:
    """What a model says of its rows beside their columns."""
    yield _table_arguments(resource)
    rules, searches = rules_line(blueprint, resource), _searched_line(resource)
    yield from filter(None, [rules, searches, tenant_line(blueprint, resource)])


def _table_arguments(resource: Resource) -> str:
    """`__table_args__`, if an index or a unique constraint is no flag of one column."""
    wide = [group for group in indexes(resource) if len(group) > 1]
    said = compared(resource)
    said += [f"{call}{_quoted(group)})" for call, group in _unique(resource)]
    said += [f"Index(None, {_quoted(group)})" for group in wide]
    said += [f"Together({_quoted(group)})" for group in resource.together]
    return f"__table_args__ = ({', '.join(said)}{',' * (len(said) == 1)})" if said else ""


def _unique(resource: Resource) -> list[tuple[str, tuple[str, ...]]]:
    """The calls that make columns unique, where these do not say so themselves."""
    if resource.soft_delete:
        return [("UniqueUndeleted(", group) for group in uniques(resource)]
    return [("UniqueConstraint(", group) for group in uniques(resource) if len(group) > 1]


def _searched_line(resource: Resource) -> str:
    """What text search looks into, if anything."""
    weights = ", ".join(f"{name}={weight}" for name, weight in searched(resource).items())
    return f"searched = Searched({weights})" if weights else ""


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
