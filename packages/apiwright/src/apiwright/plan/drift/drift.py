"""One disagreement as a value, and all of a project's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["route", "access", "table", "column", "database", "migration"]


@dataclass(frozen=True, slots=True)
class Drift:
    """Something that stands otherwise than it was built.

    Attributes:
        kind: What it is about; `database` is where the database is otherwise than the models.
        name: How it is called when a way out is picked: `GET /books`, `books.subtitle`.
        expected: What the blueprint says (of a database: the models); empty for nothing.
        found: What the app, the models or the database has; empty for nothing.
        way: What to type so that it stands as it was built; empty where no single line does it.
    """

    kind: Kind
    name: str
    expected: str
    found: str
    way: str = ""

    @property
    def words(self) -> str:
        """What is so, and where."""
        if self.kind == "migration":
            return self.found
        sides = zip(_SIDES[self.kind], (self.expected, self.found), strict=True)
        return "; ".join(f"{side}: {said or 'nothing'}" for side, said in sides)


_SIDES: dict[Kind, tuple[str, str]] = {
    "route": ("the blueprint", "the app"),
    "access": ("the blueprint", "the app"),
    "table": ("the blueprint", "the models"),
    "column": ("the blueprint", "the models"),
    "database": ("the models", "the database"),
}
