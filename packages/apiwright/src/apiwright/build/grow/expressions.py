"""An expression of a blueprint, as keel's terms."""

from apiwright.blueprint.computed.model import Clock, Constant, Expression, Name, Operation
from apiwright.blueprint.fields import values
from apiwright.blueprint.fields.built_in import stored_fields
from apiwright.blueprint.model import Blueprint, Resource
from apiwright.build.grow import origins
from apiwright.build.grow.columns import Column

_PYTHON = {"=": "=="}
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}  # comparisons bind least
_NEGATIVE = 3


def source(expression: Expression, blueprint: Blueprint, resource: Resource) -> str:
    """The expression over `own`, the terms of a row's columns."""
    fields = stored_fields(resource, blueprint.roles)

    def said(part: Expression) -> str:
        match part:
            case Name(field):
                return f"own.{fields[field].column}"
            case Clock(word):
                return origins.source(word)
            case Constant(value):
                return values.source(value)
            case Operation(sign, (only,)):
                return f"{sign}{within(only, _NEGATIVE)}"
            case Operation(sign, (left, right)):
                binding = _BINDING.get(sign, 0)
                last = _choice(left, right)
                right_said = last or within(right, binding + 1)
                return f"{within(left, binding)} {_PYTHON.get(sign, sign)} {right_said}"
            case _:
                raise ValueError(f"No expression: {part}")

    def within(part: Expression, binding: int) -> str:
        is_loose = isinstance(part, Operation) and _binding(part) < binding
        return f"({said(part)})" if is_loose else said(part)

    def _choice(left: Expression, right: Expression) -> str | None:
        field = fields[left.field] if isinstance(left, Name) else None
        if field and field.choices and isinstance(right, Constant):
            return Column(blueprint, resource, field).source(right.value)
        return None

    return said(expression)


def _binding(operation: Operation) -> int:
    return _NEGATIVE if len(operation.parts) == 1 else _BINDING.get(operation.operator, 0)
