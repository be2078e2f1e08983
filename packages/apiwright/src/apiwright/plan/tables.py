"""The tables that a blueprint's models define."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, cast
from uuid import UUID

from apiwright.blueprint.fields.built_in import AUDIT, built_in
from apiwright.blueprint.fields.types import annotation, type_of
from apiwright.blueprint.fields.values import plain
from apiwright.blueprint.model import ACCOUNT
from apiwright.blueprint.rules.rule import Comparison
from apiwright.blueprint.tenancy import account_of
from apiwright.plan import naming
from apiwright.plan.accounts import DELETION, KEPT, USERS, account_tables, with_people
from apiwright.plan.exclusions import exclusions
from apiwright.plan.histories import histories
from apiwright.plan.link_tables import link_tables
from apiwright.plan.search_tables import search_tables
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource

_SERVED = frozenset({"eq", "in", "gt", "gte", "lt", "lte"})
# What rows that stand would have got, had the field been there when they were made.
_FORMULAS = {"now": "created_at", "today": "date(created_at)", "new": "gen_random_uuid()"}
_INDEXED_BY_KEEL = frozenset({"email", "owner", *AUDIT})


def tables(blueprint: Blueprint) -> tuple[Table, ...]:
    """Every table of the built project, those of accounts first."""
    named = {resource.name: _table(resource, blueprint) for resource in blueprint.resources}
    others = (*link_tables(blueprint), *histories(blueprint), *search_tables(blueprint))
    if blueprint.auth is None:
        return (*named.values(), *others)
    users = named.pop(ACCOUNT, None) or _table(account_of(blueprint), blueprint)
    return (users, *account_tables(blueprint), *named.values(), *others)


def indexes(resource: Resource) -> tuple[tuple[str, ...], ...]:
    """The columns of each index that a resource's model declares.

    There is one for every reference, filter and order, and none twice: that of an order (its
    column, then `id`) and a unique constraint serve filters of their first column too. What keel
    indexes itself is left out, and `created_at` needs none to sort by: its order is that of `id`.
    Where rows are of tenants, what lists need begins with the tenant.
    """
    own = resource.fields
    implied = [field for field in _implied(resource) if field.name not in _INDEXED_BY_KEEL]
    ordered = {*resource.listing.sort} - {"created_at"}
    orders = [field for field in implied if _is_looked_up(field, resource)]
    orders += [field for field in (*implied, *own) if field.name in ordered and field not in orders]
    newest, sorted_ = _of_newest(resource), [(*_lead(resource), it.column, "id") for it in orders]
    starts = {start for group in (*uniques(resource), *sorted_) for start in _starts(group)}
    alone = [_of_value(field, resource) for field in own if _is_looked_up(field, resource)]
    return (*newest, *(group for group in alone if group not in starts), *sorted_)


def uniques(resource: Resource) -> tuple[tuple[str, ...], ...]:
    """The columns of each unique constraint, or index, that a resource's model declares.

    Tenants do not stand in each other's way: fields that two of them may have alike are unique
    together with the tenant.
    """
    columns = {field.name: field.column for field in (*_implied(resource), *resource.fields)}
    alone = [(field.name,) for field in resource.fields if field.unique]
    tenancy = resource.tenancy
    return tuple(
        (
            *(tenancy.lead if tenancy and tenancy.divides(group) else ()),
            *(columns[name] for name in group),
        )
        for group in (*alone, *resource.unique)
    )


def _lead(resource: Resource) -> tuple[str, ...]:
    return resource.tenancy.lead if resource.tenancy else ()


def _of_newest(resource: Resource) -> tuple[tuple[str, ...], ...]:
    """The index of a tenant's rows in their usual order; without tenants the key is enough."""
    return ((*_lead(resource), "id"),) if _lead(resource) else ()


def _of_value(field: Field, resource: Resource) -> tuple[str, ...]:
    """The index that finds rows by a field; what a reference leads to is of one tenant anyway."""
    return (field.column,) if field.target else (*_lead(resource), field.column)


def _starts(group: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All that an index of these columns serves."""
    return (group[:length] for length in range(1, len(group) + 1))


def _implied(resource: Resource) -> tuple[Field, ...]:
    return built_in(resource.name, (), owned=resource.owned, audited=resource.audited)


def _is_looked_up(field: Field, resource: Resource) -> bool:
    filters = (filter_ for filter_ in resource.listing.filters if filter_.field == field.name)
    is_filtered = any(_SERVED & {*filter_.operators} for filter_ in filters)
    return field.index or field.target is not None or (is_filtered and type_of(field).is_indexable)


def _table(resource: Resource, blueprint: Blueprint) -> Table:
    base = _of_tenant(USERS if resource.name == ACCOUNT else _bare(resource), resource, blueprint)
    name, fields, unique = base.name, resource.fields, uniques(resource)
    return replace(
        base,
        columns=(*base.columns, *(_column(field, resource) for field in fields)),
        indexes=(
            *base.indexes,
            *(naming.index(name, *group) for group in indexes(resource)),
            *(naming.unique_undeleted(name, *group) for group in unique if resource.soft_delete),
        ),
        uniques=(
            *base.uniques,
            *(naming.unique(name, *group) for group in unique if not resource.soft_delete),
        ),
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
        exclusions=exclusions(resource, blueprint),
    )


def _bare(resource: Resource) -> Table:
    """What keel's `Model`, `Owned`, `Singleton`, `Audited` and `SoftDeleted` give to a table."""
    name = resource.nouns
    audit = tuple(f"{each}_id" for each in AUDIT) if resource.audited else ()
    people = with_people(Table(name, KEPT), owned=resource.owned, noted=audit)
    deletion = DELETION if resource.soft_delete else ()
    if resource.singleton:
        alone = naming.unique(name, "owner_id")
        return replace(people, indexes=people.indexes[1:], uniques=(alone,))
    return replace(
        people,
        columns=(*people.columns, *deletion),
        indexes=(*people.indexes, *(naming.index(name, column.name) for column in deletion)),
    )


def _of_tenant(table: Table, resource: Resource, blueprint: Blueprint) -> Table:
    """The table with the column that says of which tenant a row is, if it has one."""
    keys = [
        naming.foreign_key(table.name, column, blueprint.nouns(blueprint.tenants), "CASCADE")
        for column in _lead(resource)
    ]
    return replace(
        table,
        columns=(*table.columns, *(Column(column, "sa.Uuid()") for column in _lead(resource))),
        foreign_keys=(*table.foreign_keys, *keys),
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
