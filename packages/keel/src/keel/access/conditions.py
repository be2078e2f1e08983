"""Conditions of SQL that Python can tell already."""

from sqlalchemy import ColumnElement, False_, True_, and_, false, true


def as_condition(holds: ColumnElement[bool] | bool) -> ColumnElement[bool]:  # noqa: FBT001 - what was compared
    """What came of comparing: a condition, or `true()` or `false()` where both were values."""
    if isinstance(holds, bool):
        return true() if holds else false()
    return holds


def both(one: ColumnElement[bool], other: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether two conditions hold, as short as it can be said."""
    if isinstance(one, False_) or isinstance(other, True_):
        return one
    return other if isinstance(one, True_) or isinstance(other, False_) else and_(one, other)
