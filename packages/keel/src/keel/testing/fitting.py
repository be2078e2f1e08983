"""Values that keep the rules of a model."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import ceil, floor
from typing import Any

from keel.data import Compared, Model, NoOverlap
from keel.data.rules import TURNED, compared
from keel.testing.fields import Field

_STEPS: dict[type, Any] = {
    int: 1,
    float: 1.0,
    Decimal: Decimal(1),
    date: timedelta(days=1),
    datetime: timedelta(hours=1),
    timedelta: timedelta(minutes=1),
}
_MINUTE = timedelta(minutes=1)


def fitted(
    model: type[Model],
    values: Mapping[str, Any],
    fields: Mapping[str, Field],
    fixed: Collection[str] = (),
) -> dict[str, Any]:
    """`values`, changed where they break a rule of `model`; those of `fixed` stay.

    What must not overlap becomes short, so that rows of new samples do not.

    Args:
        model: Whose rules.
        values: By column.
        fields: What may be in the columns.
        fixed: The columns whose values stay.
    """
    fit = dict(values)
    for rule in model.rules:
        if isinstance(rule, NoOverlap) and not {rule.start, rule.end} & {*fixed}:
            start = fit.get(rule.start)
            fit |= {} if start is None or fit.get(rule.end) is None else {rule.end: after(start)}
    comparisons = compared(model)
    for comparison in comparisons * len(comparisons):
        _fit(comparison, fit, fields, fixed)
    return fit


def has_room(model: type[Model], name: str, value: Any, fields: Mapping[str, Field]) -> bool:
    """Whether what a column is compared with can be in order beside a value of it."""
    return all(_leaves_room(rule, name, value, fields) for rule in compared(model))


def after(value: Any) -> Any:
    """A value that is a step further."""
    return _moved(value, 1)


def breaking(rule: Compared, value: Any) -> Any:
    """A left side that breaks a comparison whose right side is `value`."""
    steps = {">=": -1, "<=": 1}
    return _moved(value, steps.get(rule.sign, 0))


def pivot(rule: Compared, fields: Mapping[str, Field], usual: Any) -> Any:
    """A right side beside which a left side within its bounds can be right, and another wrong."""
    left, right = (fields.get(name) for name in (rule.left, rule.right))
    is_under = rule.sign in (">", ">=")
    bounds = [field.le if is_under else field.ge for field in (left, right) if field]
    known = [_plain(bound) for bound in bounds if bound is not None]
    end = (min(known) if is_under else max(known)) if known else _plain(usual)
    value = _moved(end, {">": -1, "<": 1}.get(rule.sign, 0)) if known else end
    for field in (left, right):
        value = _of_kind(field, value, "<" if is_under else ">")
    return value


def _fit(
    rule: Compared, fit: dict[str, Any], fields: Mapping[str, Field], fixed: Collection[str]
) -> None:
    left, right = (_plain(fit.get(name)) for name in (rule.left, rule.right))
    if rule.holds(left, right):
        return
    signs = {rule.right: (left, TURNED[rule.sign]), rule.left: (right, rule.sign)}
    beside = {
        name: _of_kind(fields.get(name), _beside(other, sign), sign)
        for name, (other, sign) in signs.items()
    }
    free = [name for name in beside if name not in fixed]
    within = [name for name in free if _is_within(fields.get(name), beside[name])]
    for name in (*within, *free)[:1]:
        fit[name] = beside[name]


def _leaves_room(rule: Compared, name: str, value: Any, fields: Mapping[str, Field]) -> bool:
    if name not in (rule.left, rule.right) or rule.sign == "!=" or value is None:
        return True
    is_left = name == rule.left
    other = fields.get(rule.right if is_left else rule.left)
    sign = rule.sign if is_left else TURNED[rule.sign]
    end = other and (other.ge if sign in (">", ">=") else other.le)
    own = _plain(value)
    return rule.holds(own, end) if is_left else rule.holds(end, own)


def _is_within(field: Field | None, value: Any) -> bool:
    if field is None:
        return True
    return (field.ge is None or value >= field.ge) and (field.le is None or value <= field.le)


def _plain(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) else value  # as JSON has decimals


def _beside(value: Any, sign: str) -> Any:
    steps = {">": 1, "<": -1, "!=": 1}
    return _moved(value, steps.get(sign, 0))


def _of_kind(field: Field | None, value: Any, sign: str) -> Any:
    """The nearest value on this side that a field of whole numbers can have."""
    if field is None or not field.is_a(int) or not isinstance(value, Decimal | float):
        return value
    return floor(value) if sign in ("<", "<=") else ceil(value)


def _moved(value: Any, steps: int) -> Any:
    if isinstance(value, time):  # which knows no sums
        return (datetime.combine(date(2026, 1, 31), value) + steps * _MINUTE).time()
    return value + steps * _STEPS[type(value)]
