"""What Postgres keeps of the rules that no two rows overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import stored_fields
from apiwright.blueprint.rules.rule import NoOverlap
from apiwright.plan.table import Exclusion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.model import Blueprint, Field, Resource

_RANGES = {"date": "daterange", "datetime": "tstzrange"}


def exclusions(resource: Resource, blueprint: Blueprint) -> tuple[Exclusion, ...]:
    """One for each such rule of a resource; tenants do not stand in each other's way."""
    fields = stored_fields(resource, blueprint.roles)
    rules = (rule for rule in resource.rules if isinstance(rule, NoOverlap))
    return tuple(_exclusion(rule, resource, fields) for rule in rules)


def _exclusion(rule: NoOverlap, resource: Resource, fields: Mapping[str, Field]) -> Exclusion:
    lead = resource.tenancy.lead if resource.tenancy else ()
    times = fields[rule.start].column, fields[rule.end].column
    per = (*lead, *((fields[rule.per].column,) if rule.per else ()))
    said = [
        (fields[name].column, f"= '{value}'" if fields[name].choices else f"= {value}")
        for name, value in rule.where
    ]
    said += [("deleted_at", "IS NULL")] if resource.soft_delete else []
    where = (f"{fields[name].column}_{value}" for name, value in rule.where)
    name = "_".join(("ex", resource.nouns, *times, *per, *where)).lower()
    return Exclusion(name, _RANGES[fields[rule.start].type], times, per, tuple(said))
