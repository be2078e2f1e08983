"""What an action shall do, in the words of its tests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from keel.data import Model
from keel.testing.fields import Field

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

    def settings(self, fields: Mapping[str, Field]) -> Iterator[dict[str, Any]]:
        """What it sets if it is done now, and if it is done up to a day from now.

        Args:
            fields: What may be in the columns: `...` is the time of one that has times.
        """
        for moment in (datetime.now(UTC), datetime.now(UTC) + timedelta(days=1)):
            clock = {datetime: moment, date: moment.date()}
            yield {
                name: clock.get(fields[name].kind) if value is ... else value
                for name, value in self.sets.items()
                if value != CALLER
            }

    def __str__(self) -> str:
        return self.name
