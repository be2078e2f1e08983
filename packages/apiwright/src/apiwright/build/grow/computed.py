"""What is worked out for the rows of a resource, in the class of its repository."""

from apiwright.blueprint.computed.model import Aggregate
from apiwright.blueprint.fields.built_in import shown_fields
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow import origins
from apiwright.build.grow.columns import Column, columns
from apiwright.build.grow.expressions import source
from apiwright.build.grow.imports import TYPES


def computed_regions(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """What a repository has to work out; its imports are those of `computed_imports`."""
    aggregates = _aggregates(resource)
    if not resource.computed:
        return {"others": "", "computed": ""}
    rows = {_rows(each, blueprint, aggregates): _referring(each, blueprint) for each in aggregates}
    values = [
        f'"{field.name}": {_value(field.computed, blueprint, aggregates)},'
        if isinstance(field.computed, Aggregate)
        else f'"{field.name}": {source(field.computed, blueprint, resource)},'
        for field in resource.computed
        if field.computed
    ]
    own = ["own = self.own"] if len(aggregates) < len(resource.computed) else []
    return {
        "others": "",
        "referring": "\n".join([*own, *(f"{name} = {said}" for name, said in rows.items())]),
        "values": "\n".join(["return {", *(f"    {value}" for value in values), "}"]),
    }


def computed_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """Other repositories, and what conditions compare with."""
    package = blueprint.package
    found = [
        *TYPES,
        *origins.IMPORTS,
        *([f"from {package}.roles import Role"] if blueprint.auth else []),
    ]
    models = f"{package}.{resource.nouns}.models"
    enums = (column.plain for column in columns(blueprint, resource) if column.field.choices)
    found += [f"from {models} import {enum}" for enum in enums]
    for each in _aggregates(resource):
        module = f"{package}.{blueprint.nouns(each.resource)}"
        if each.resource != resource.name:
            found.append(f"from {module}.repository import {each.resource}Repository")
        compared = (_stored(each, condition.field, blueprint) for condition in each.where)
        enums = (it.plain for it in compared if it.field.choices and it.plain != "Role")
        found += [f"from {module}.models import {enum}" for enum in enums]
    return found


def _aggregates(resource: Resource) -> list[Aggregate]:
    computed = (field.computed for field in resource.computed)
    return [each for each in computed if isinstance(each, Aggregate)]


def _rows(aggregate: Aggregate, blueprint: Blueprint, among: list[Aggregate]) -> str:
    """What the rows of an aggregate are called: `reviews`."""
    nouns = blueprint.nouns(aggregate.resource)
    ways = {each.by for each in among if each.resource == aggregate.resource}
    return nouns if len(ways) == 1 else f"{nouns}_by_{aggregate.by}"


def _referring(aggregate: Aggregate, blueprint: Blueprint) -> str:
    by = _stored(aggregate, aggregate.by, blueprint).name
    return f'self.referring({aggregate.resource}Repository, by="{by}")'


def _value(aggregate: Aggregate, blueprint: Blueprint, among: list[Aggregate]) -> str:
    said = [f'"{_stored(aggregate, aggregate.field, blueprint).name}"'] if aggregate.field else []
    for condition in aggregate.where:
        column = _stored(aggregate, condition.field, blueprint)
        operator = "" if condition.operator == "eq" else f"__{condition.operator}"
        said.append(f"{column.name}{operator}={column.source(condition.value)}")
    return f"{_rows(aggregate, blueprint, among)}.{aggregate.function}({', '.join(said)})"


def _stored(aggregate: Aggregate, name: str, blueprint: Blueprint) -> Column:
    resource = blueprint.resource(aggregate.resource)
    return Column(blueprint, resource, shown_fields(resource, blueprint.roles)[name])
