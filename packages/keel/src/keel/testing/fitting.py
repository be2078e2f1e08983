"""Values that keep the rules of a model."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from keel.data import Compared, Model, NoOverlap
from keel.data.rules import TURNED, compared

_STEPS: dict[type, Any] = {
    int: 1,
    float: 1.0,
    Decimal: Decimal(1),
    date: timedelta(days=1),
    datetime: timedelta(hours=1),
}


def fitted(
    model: type[Model], values: Mapping[str, Any], fixed: Collection[str] = ()
) -> dict[str, Any]:
    """`values`, changed where they break a rule of `model`; those of `fixed` stay.

    What must not overlap becomes short, so that rows of new samples do not.
    """
    fit = dict(values)
    for rule in model.rules:
        if isinstance(rule, NoOverlap) and not {rule.start, rule.end} & {*fixed}:
            start = fit.get(rule.start)
            fit |= {} if start is None or fit.get(rule.end) is None else {rule.end: after(start)}
    comparisons = compared(model)
    for comparison in comparisons * len(comparisons):
        _fit(comparison, fit, fixed)
    return fit


def after(value: Any) -> Any:
    """A value that is a step further."""
    return value + _STEPS[type(value)]


def breaking(rule: Compared, value: Any) -> Any:
    """A left side that breaks a comparison whose right side is `value`."""
    step = _STEPS[type(value)]
    return {">": value, ">=": value - step, "<": value, "<=": value + step, "!=": value}[rule.sign]


def _fit(rule: Compared, fit: dict[str, Any], fixed: Collection[str]) -> None:
    left, right = (_plain(fit.get(name)) for name in (rule.left, rule.right))
    if rule.holds(left, right):
        return
    if rule.right not in fixed:
        fit[rule.right] = _beside(left, TURNED[rule.sign])
    elif rule.left not in fixed:
        fit[rule.left] = _beside(right, rule.sign)


def _plain(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) else value  # as JSON has decimals


def _beside(value: Any, sign: str) -> Any:
    step = _STEPS[type(value)]
    return {">": value + step, "<": value - step, "!=": value + step}.get(sign, value)
