"""What a blueprint says and what stands, as facts that can be compared by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.plan.contract import endpoints
from apiwright.plan.drift.columns import columns, in_postgres, null
from apiwright.plan.drift.routes import in_full

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.blueprint.model import Blueprint
    from apiwright.survey.standing import Code, Misfit, StandingColumn

_MODELLED = {
    ("sqlite", "CHAR(32)"): "UUID",
    ("sqlite", "DATETIME"): "TIMESTAMP WITH TIME ZONE",
    ("sqlite", "JSON"): "JSONB",
    ("sqlite", "TIME"): "TIME WITHOUT TIME ZONE",
    ("sqlite", "TIMESTAMP WITHOUT TIME ZONE"): "TIMESTAMP WITH TIME ZONE",
    ("postgresql", "DOUBLE PRECISION"): "FLOAT",
}

Facts = dict[str, str]
"""By `GET /books`, who may call it; by `books`, nothing; by `books.isbn`, its type."""


def facts(blueprint: Blueprint) -> Facts:
    """What a blueprint says."""
    found = {str(each): _rule(in_full(each, blueprint)) for each in endpoints(blueprint)}
    for table, held in columns(blueprint).items():
        found[table] = ""
        found |= {
            f"{table}.{name}": f"{in_postgres(column.type)} {null(column)}"
            for name, column in held.items()
        }
    return found


def standing_facts(code: Code, adopted: Iterable[Misfit]) -> Facts:
    """What stands: what the app and its models have, but where the database is to be right.

    Args:
        code: The app and its models.
        adopted: Where the database is to be right.
    """
    found = {str(each): _rule((each.access or "").split(" | ")) for each in code.routes}
    for table in code.tables:
        found[table.name] = ""
        found |= {f"{table.name}.{each.name}": words(each) for each in table.columns}
    database = dict(_of_database(adopted, found))
    kept = {name: said for name, said in found.items() if name not in database}
    return kept | {name: said for name, said in database.items() if said is not None}


def words(column: StandingColumn) -> str:
    """A column in the words of SQL."""
    return f"{column.type} {null(column)}"


def as_modelled(misfit: Misfit, database: str) -> Misfit:
    """A column of a database with the type that models have for it there."""
    column = misfit.column
    if column is None:
        return misfit
    kind = _MODELLED.get((database, column.type), column.type)
    return replace(misfit, column=replace(column, type=kind))


def as_said(column: StandingColumn, stands: str | None) -> StandingColumn:
    """A column with the type that these words of SQL say."""
    if stands is None:
        return column
    is_nullable = not stands.endswith(" NOT NULL")
    return replace(column, type=_kind(stands), nullable=is_nullable)


def _kind(stands: str) -> str:
    return stands.removesuffix(" NOT NULL").removesuffix(" NULL")


def _of_database(
    misfits: Iterable[Misfit], models: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    for each in misfits:
        if each.column:
            yield each.name, words(each.column)
        elif each.kind == "column" and not each.database:
            yield each.name, None
        elif each.kind == "column" and each.name in models:
            yield each.name, _mixed(models[each.name], each.database)


def _mixed(models: str, database: str) -> str:
    """A column of the models with the type, or the `NULL`, of the database."""
    if database in ("NULL", "NOT NULL"):
        return f"{_kind(models)} {database}"
    return models.replace(_kind(models), database)


def _rule(terms: Iterable[str]) -> str:
    return " | ".join(sorted({*terms}))
