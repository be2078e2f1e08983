"""What breaks clients that call actions, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.breaking_values import taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.actions.action import Action
    from apiwright.blueprint.model import Resource


def acting(was: Resource, now: Resource) -> Iterator[str]:
    """A sentence for each thing that an action took and no longer takes."""
    kept = {action.name: action for action in now.actions}
    for before in was.actions:
        after = kept.get(before.name)
        if after and after.on_collection == before.on_collection:
            name = f"`{was.name}.{before.name}`"
            yield from (f"{name} {change}." for change in _changes(before, after))


def _changes(was: Action, now: Action) -> Iterator[str]:
    yield from (f"needs `{name}` now" for name in now.needs if name not in was.needs)
    ends = {move.field: move for move in now.moves}
    for move in was.moves:
        if kept := ends.get(move.field):
            gone = [state for state in move.sources if state not in kept.sources]
            yield from (f"no longer starts from `{state}`" for state in gone)
            if kept.target != move.target:
                yield f"ends in `{kept.target}` now; it ended in `{move.target}`"
    yield from (f"asks for a state of `{field}` now" for field in _new(was, now))
    yield from taken(was.body, now.body, "in its body")


def _new(was: Action, now: Action) -> list[str]:
    """The fields of states that an action did not ask for."""
    before = {move.field for move in was.moves}
    return [move.field for move in now.moves if move.field not in before]
