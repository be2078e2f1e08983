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
    rows = dict.fromkeys(
        f"{_rows(each, blueprint, aggregates)} = {_around(each, blueprint, resource)}"
        for each in aggregates
    )
    values = [
        f'"{field.name}": {_value(field.computed, blueprint, aggregates)},'
        if isinstance(field.computed, Aggregate)
        else f'"{field.name}": {source(field.computed, blueprint, resource)},'
        for field in resource.computed
        if field.computed
    ]
    late = [_repository(other, blueprint) for other in sorted(_late(resource, blueprint))]
    why = ["# Here and not above, where modules would import each other."] if late else []
    own = ["own = self.own"] if len(aggregates) < len(resource.computed) else []
    return {
        "others": "",
        "referring": "\n".join([*why, *late, *own, *rows]),
        "values": "\n".join(["return {", *(f"    {value}" for value in values), "}"]),
    }


def computed_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """Other repositories, what joins rows to theirs, and what conditions compare with."""
    package = blueprint.package
    found = [
        *TYPES,
        *origins.IMPORTS,
        *([f"from {package}.roles import Role"] if blueprint.auth else []),
    ]
    models = f"{package}.{resource.nouns}.models"
    enums = (column.plain for column in columns(blueprint, resource) if column.field.choices)
    found += [f"from {models} import {enum}" for enum in enums]
    late = _late(resource, blueprint)
    for each in _aggregates(resource):
        module = f"{package}.{blueprint.nouns(each.resource)}"
        if each.resource not in {resource.name, *late}:
            found.append(_repository(each.resource, blueprint))
        if each.way == "back":
            found.append(f"from {module}.models import {_pair(each, blueprint, resource)}")
        compared = (_stored(each, condition.field, blueprint) for condition in each.where)
        enums = (it.plain for it in compared if it.field.choices and it.plain != "Role")
        found += [f"from {module}.models import {enum}" for enum in enums]
    return found


def _aggregates(resource: Resource) -> list[Aggregate]:
    computed = (field.computed for field in resource.computed)
    return [each for each in computed if isinstance(each, Aggregate)]


def _repository(name: str, blueprint: Blueprint) -> str:
    """The line that imports the repository of a resource."""
    module = f"{blueprint.package}.{blueprint.nouns(name)}.repository"
    return f"from {module} import {name}Repository"


def _late(resource: Resource, blueprint: Blueprint) -> set[str]:
    """The resources whose repositories import that of this one, so that it imports them late."""
    others = {each.resource for each in _aggregates(resource)} - {resource.name}
    return {name for name in others if resource.name in _worked_over(name, blueprint)}


def _worked_over(name: str, blueprint: Blueprint) -> set[str]:
    """The resources over whose rows one is worked out, and over whose rows those are, and so on."""
    found, last = set[str](), {name}
    while last:
        over = (each for one in last for each in _aggregates(blueprint.resource(one)))
        last = {each.resource for each in over} - found
        found |= last
    return found


def _rows(aggregate: Aggregate, blueprint: Blueprint, among: list[Aggregate]) -> str:
    """What the rows of an aggregate are called: `reviews`, `tags`, `books_by_readers`."""
    name = _plain(aggregate, blueprint)
    alike = {(each.by, each.way) for each in among if _plain(each, blueprint) == name}
    if aggregate.way == "links":
        return f"{name}_" if name == "own" else name
    return name if len(alike) == 1 else f"{name}_by_{aggregate.by}"


def _plain(aggregate: Aggregate, blueprint: Blueprint) -> str:
    return aggregate.by if aggregate.way == "links" else blueprint.nouns(aggregate.resource)


def _around(aggregate: Aggregate, blueprint: Blueprint, resource: Resource) -> str:
    """How a repository comes by the rows of an aggregate."""
    rows = f"{aggregate.resource}Repository"
    if aggregate.way == "many":
        by = _stored(aggregate, aggregate.by, blueprint).name
        return f'self.referring({rows}, by="{by}")'
    method = {"links": "linked", "back": "linking"}[aggregate.way]
    return f"self.{method}({rows}, by={_pair(aggregate, blueprint, resource)})"


def _pair(aggregate: Aggregate, blueprint: Blueprint, resource: Resource) -> str:
    """The class of the table of pairs that joins rows."""
    other = blueprint.resource(aggregate.resource)
    holder = resource if aggregate.way == "links" else other
    (link,) = (link for link in holder.links if link.name == aggregate.by)
    return link.model(holder)


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
