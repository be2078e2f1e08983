"""The tables that a blueprint's models define."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, cast
from uuid import UUID

from apiwright.blueprint.built_in import built_in
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.rule import Comparison
from apiwright.blueprint.types import annotation, type_of
from apiwright.blueprint.values import plain
from apiwright.plan import naming
from apiwright.plan.accounts import KEPT, SESSIONS, USERS
from apiwright.plan.link_tables import link_tables
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from apiwright.blueprint.model import Blueprint, Field, Resource

_SERVED = frozenset({"eq", "in", "gt", "gte", "lt", "lte"})
# What rows that stand would have got, had the field been there when they were made.
_FORMULAS = {"now": "created_at", "today": "date(created_at)", "new": "gen_random_uuid()"}
_INDEXED_BY_KEEL = frozenset({"email", "owner"})


def tables(blueprint: Blueprint) -> tuple[Table, ...]:
    """Every table of the built project, those of accounts first."""
    named = {resource.name: _table(resource, blueprint) for resource in blueprint.resources}
    pairs = link_tables(blueprint)
    if blueprint.auth is None:
        return (*named.values(), *pairs)
    users = named.pop(ACCOUNT, USERS)
    return (users, SESSIONS, *named.values(), *pairs)


def indexes(resource: Resource) -> tuple[tuple[str, ...], ...]:
    """The columns of each index that a resource's model declares.

    There is one for every reference, filter and order, and none twice: that of an order (its
    column, then `id`) and a unique constraint serve filters of their first column too. What keel
    indexes itself is left out, and `created_at` needs none to sort by: its order is that of `id`.
    """
    own = resource.fields
    implied = [field for field in _implied(resource) if field.name not in _INDEXED_BY_KEEL]
    ordered = {*resource.listing.sort} - {"created_at"}
    orders = [field for field in implied if _is_looked_up(field, resource)]
    orders += [field for field in (*implied, *own) if field.name in ordered and field not in orders]
    led = {group[0] for group in uniques(resource)} | {field.column for field in orders}
    alone = [field for field in own if _is_looked_up(field, resource) and field.column not in led]
    return (
        *((field.column,) for field in alone),
        *((field.column, "id") for field in orders),
    )


def uniques(resource: Resource) -> tuple[tuple[str, ...], ...]:
    """The columns of each unique constraint that a resource's model declares."""
    columns = {field.name: field.column for field in (*_implied(resource), *resource.fields)}
    alone = ((field.column,) for field in resource.fields if field.unique)
    return (*alone, *(tuple(columns[name] for name in group) for group in resource.unique))


def _implied(resource: Resource) -> tuple[Field, ...]:
    return built_in(resource.name, (), owned=resource.owned)


def _is_looked_up(field: Field, resource: Resource) -> bool:
    filters = (filter_ for filter_ in resource.listing.filters if filter_.field == field.name)
    is_filtered = any(_SERVED & {*filter_.operators} for filter_ in filters)
    return field.index or field.target is not None or (is_filtered and type_of(field).is_indexable)


def _table(resource: Resource, blueprint: Blueprint) -> Table:
    base = USERS if resource.name == ACCOUNT else _bare(resource)
    name, fields = base.name, resource.fields
    return replace(
        base,
        columns=(*base.columns, *(_column(field, resource) for field in fields)),
        indexes=(*base.indexes, *(naming.index(name, *group) for group in indexes(resource))),
        uniques=(*base.uniques, *(naming.unique(name, *group) for group in uniques(resource))),
        foreign_keys=(
            *base.foreign_keys,
            *(
                naming.foreign_key(
                    name, field.column, blueprint.nouns(field.target), field.on_delete.upper()
                )
                for field in fields
                if field.target
            ),
        ),
        checks=(
            *(
                naming.check(name, field.name, annotation(resource, field), field.choices)
                for field in fields
                if field.choices
            ),
            *(
                naming.condition(name, rule.left, rule.operator, rule.right)
                for rule in resource.rules
                if isinstance(rule, Comparison)
            ),
            *(naming.together(name, *group) for group in resource.together),
        ),
    )


def _bare(resource: Resource) -> Table:
    """What keel's `Model` and `Owned` give to a resource's table."""
    name = resource.nouns
    if not resource.owned:
        return Table(name, KEPT)
    return Table(
        name,
        (*KEPT, Column("owner_id", "sa.Uuid()")),
        indexes=(naming.index(name, "owner_id"),),
        foreign_keys=(naming.foreign_key(name, "owner_id", USERS.name, "CASCADE"),),
    )


def _column(field: Field, resource: Resource) -> Column:
    fill = formula = None
    if field.origin and not field.optional:
        formula = _FORMULAS.get(field.origin) or ("owner_id" if resource.owned else None)
    elif field.has_default and not field.optional:
        fill = _fill(field.default)
    return Column(field.column, type_of(field).column(field), field.optional, fill, formula)


def _fill(default: object) -> str:
    """A default as text that Postgres and SQLite both turn into what keel would have stored.

    A moment is without its offset, as SQLite keeps it; keel's migrations run in UTC.
    """
    match default:
        case bool():
            return str(int(default))
        case list():
            return json.dumps(plain(cast("list[object]", default)))
        case timedelta():
            return str(default // timedelta(microseconds=1))
        case UUID():
            return default.hex
        case datetime() | time():
            bare = default.replace(tzinfo=None).isoformat(timespec="microseconds")
            return bare.replace("T", " ")
        case _:
            return str(default)
