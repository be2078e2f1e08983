"""Rules of rows as values: what must hold in each, and what among several."""

from __future__ import annotations

from dataclasses import dataclass

Where = tuple[tuple[str, str], ...]
"""Which rows a rule is about: a field, and the value that it has in them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two fields of a row in order, `operator` as SQL writes it."""

    left: str
    operator: str
    right: str

    @property
    def is_kept_by_equals(self) -> bool:
        """Whether two that are equal are in order."""
        return self.operator in (">=", "<=")

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class AtMost:
    """No more than `most` rows share the value of the field `per`."""

    most: int
    per: str
    where: Where = ()

    def __str__(self) -> str:
        return f"at most {self.most} per {self.per}{_where(self.where)}"


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """No two rows overlap from `start` to `end`, of those that share the value of `per`."""

    start: str
    end: str
    per: str | None = None
    where: Where = ()

    def __str__(self) -> str:
        per = f" per {self.per}" if self.per else ""
        return f"no two overlap {self.start}..{self.end}{per}{_where(self.where)}"


Rule = Comparison | AtMost | NoOverlap


def _where(where: Where) -> str:
    return "".join(f" where {field} = {value}" for field, value in where)
