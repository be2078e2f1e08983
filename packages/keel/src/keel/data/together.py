"""Columns that make up one thing: all of them have a value, or none has."""

from typing import Any

from sqlalchemy import CheckConstraint


class Together(CheckConstraint):
    """A CHECK that the first of some columns is NULL exactly when each other is.

    Attributes:
        names: The columns.
    """

    def __init__(self, *names: str, **kw: Any) -> None:
        self.names = names
        first, *others = names
        rules = (f"({first} IS NULL) = ({other} IS NULL)" for other in others)
        super().__init__(" AND ".join(rules), name="_and_".join(names), **kw)
