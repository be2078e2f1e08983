"""What an action shall do, in the words of its tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from keel.data import Model

CALLER = "the caller"
"""In `sets`: the account of who asks."""


@dataclass(frozen=True, slots=True)
class Action:
    """An action on a row; without `moves`, `needs` and `sets` only who may do it is known.

    Attributes:
        name: As the policy names it.
        moves: By field of states, from where to where: `{"status": "draft | hidden -> published"}`.
        needs: Fields that must have a value.
        sets: By field, what it is afterwards: a value, `CALLER`, or `...` for any but null.
        refers: By member of its body that no column takes, the model whose row it refers to.
    """

    name: str
    moves: Mapping[str, str] = field(default_factory=dict[str, str])
    needs: tuple[str, ...] = ()
    sets: Mapping[str, Any] = field(default_factory=dict[str, Any])
    refers: Mapping[str, type[Model]] = field(default_factory=dict[str, type[Model]])

    def sources(self, states: str) -> tuple[str, ...]:
        """The states of a field that it starts from."""
        before, _, _ = self.moves[states].partition("->")
        return tuple(state.strip() for state in before.split("|"))

    def target(self, states: str) -> str:
        """The state of a field that it ends in."""
        return self.moves[states].partition("->")[2].strip()

    def __str__(self) -> str:
        return self.name
