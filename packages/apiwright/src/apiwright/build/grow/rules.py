"""Rules of rows, as the model says them."""

from collections.abc import Iterator

from apiwright.blueprint.fields.built_in import stored_fields
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap, Where
from apiwright.build.grow.columns import Column


def compared(resource: Resource) -> list[str]:
    """What `__table_args__` takes of them: the constraints of the database."""
    return [
        f'Compared("{rule.left}", "{rule.operator}", "{rule.right}")'
        for rule in resource.rules
        if isinstance(rule, Comparison)
    ]


def rules_line(blueprint: Blueprint, resource: Resource) -> str:
    """The rules among rows, if there are any."""
    said = list(_among(blueprint, resource))
    return f"rules = ({', '.join(said)}{',' * (len(said) == 1)})" if said else ""


def _among(blueprint: Blueprint, resource: Resource) -> Iterator[str]:
    columns = {
        name: Column(blueprint, resource, field)
        for name, field in stored_fields(resource, blueprint.roles).items()
    }
    for rule in resource.rules:
        match rule:
            case AtMost():
                where = _where(rule.where, columns)
                yield f'AtMost({rule.most}, per="{columns[rule.per].name}"{where})'
            case NoOverlap():
                per = f', per="{columns[rule.per].name}"' if rule.per else ""
                yield f'NoOverlap("{rule.start}", "{rule.end}"{per}{_where(rule.where, columns)})'
            case Comparison():
                pass  # the table's constraints have it


def _where(where: Where, columns: dict[str, Column]) -> str:
    said = (f'"{name}": {_value(value, columns[name])}' for name, value in where)
    return f", where={{{', '.join(said)}}}" if where else ""


def _value(value: str, column: Column) -> str:
    return column.source(value if column.field.choices else value == "true")
