"""Actions: who may do them, from which state, and what they leave behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from keel.access import Operation
from keel.data.types.sent import as_sent
from keel.problems import Unwritten
from keel.testing.able import is_on_row
from keel.testing.action import CALLER, Action
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.kinds import Promise, promise
from keel.testing.ready import ready
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import standings

_REFUSALS = {401, 403, 404}
_FAULT = 500


@dataclass(frozen=True, slots=True)
class _From:
    """An action on a row whose field is in a state."""

    action: Action
    field: str
    state: str

    @property
    def is_allowed(self) -> bool:
        return self.state in self.action.sources(self.field)

    def __str__(self) -> str:
        can = "can" if self.is_allowed else "cannot"
        return f"{self.action} {can} start from {self.state}"


@dataclass(frozen=True, slots=True)
class _Without:
    """An action on a row that lacks what it needs."""

    action: Action
    field: str

    def __str__(self) -> str:
        return f"{self.action} needs {self.field}"


@dataclass(frozen=True, slots=True)
class _Setting:
    """A body that says a state itself."""

    operation: Operation
    field: str

    def __str__(self) -> str:
        return f"{self.operation} with {self.field}"


def _matrix(resource: Resource) -> Iterator[Promise]:
    for name in resource.action_endpoints:
        for kind in standings(resource.policy, owned=resource.owner_field is not None):
            yield promise(resource.policy, name, kind, on_row=is_on_row(resource, name))


def _moves(resource: Resource) -> Iterator[_From]:
    for action in resource.actions:
        for field in action.moves:
            yield from (_From(action, field, state) for state in _states(resource, field))


def _needs(resource: Resource) -> Iterator[_Without]:
    for action in resource.actions:
        yield from (_Without(action, field) for field in action.needs)


def _on_row(resource: Resource) -> list[Action]:
    return [action for action in resource.actions if is_on_row(resource, action.name)]


def _settable(resource: Resource) -> list[_Setting]:
    fields = sorted({field for action in resource.actions for field in action.moves})
    bodies: list[Operation] = [name for name in ("create", "update") if resource.body(name)]
    return [_Setting(operation, field) for operation in bodies for field in fields]


class ActionTests:
    """An action does what it says, to rows that are ready for it, for those who may."""

    @each(_matrix)
    def test_who_may_act(self, scene: Scene, case: Promise) -> None:
        visitor, action = scene.visitor(case.kind), _named(scene, case.operation)
        answer = scene.act(action, visitor, ready(scene, action))
        if case.is_allowed:
            answer.must_hold(answer.status not in _REFUSALS, f"no refusal, because {case.because}")
        else:
            answer.must_be(case.status, case.because)

    @each(_moves)
    def test_an_action_starts_from_its_states_alone(self, scene: Scene, case: _From) -> None:
        visitor = scene.allowed(case.action.name)
        row = ready(scene, case.action, **{case.field: case.state})
        before = stored(scene, row)
        answer = written(scene.act(case.action, visitor, row), case.action)
        if not case.is_allowed:
            answer.must_be(409, f"{case.field} is {case.state}").must_name(case.field)
            answer.must_hold(stored(scene, row) == before, f"the row to stay as it was: {before}")
            return
        answer.must_be(200, f"{case.field} is {case.state}")
        after, target = stored(scene, row), case.action.target(case.field)
        answer.must_hold(after[case.field] == target, f"{case.field} to be {target}")
        _must_have_set(answer, case.action, after, visitor.caller.id)

    @each(_needs)
    def test_an_action_needs_its_values(self, scene: Scene, case: _Without) -> None:
        nothing = scene.nothing(case.field)
        row = ready(scene, case.action, **{case.field: nothing})
        answer = scene.act(case.action, scene.allowed(case.action.name), row)
        answer.must_be(409, f"{case.field} is empty").must_name(case.field)

    @each(_on_row)
    def test_an_action_on_nothing_is_not_found(self, scene: Scene, case: Action) -> None:
        row = ready(scene, case)
        row.id = NOWHERE
        answer = scene.act(case, scene.allowed(case.name), row)
        answer.must_be(404, "no row has this id")

    @each(_settable)
    def test_nothing_but_actions_moves_a_row(self, scene: Scene, case: _Setting) -> None:
        visitor = scene.allowed(case.operation)
        body = scene.body(case.operation, visitor) | {
            case.field: _states(scene.resource, case.field)[-1]
        }
        if case.operation == "create":
            answer = scene.create(visitor, body)
        else:
            answer = visitor.patch(scene.resource.url(scene.row().id), body)
        answer.must_be(422, f"only actions set {case.field}").must_name(case.field)

    @each(lambda resource: resource.actions)
    def test_an_action_is_written(self, scene: Scene, case: Action) -> None:
        row = ready(scene, case) if is_on_row(scene.resource, case.name) else None
        answer = written(scene.act(case, scene.allowed(case.name), row), case)
        answer.must_hold(answer.status < _FAULT, "no failure of the backend")


def _named(scene: Scene, name: str) -> Action:
    return next(action for action in scene.resource.actions if action.name == name)


def _states(resource: Resource, field: str) -> list[str]:
    column: Any = resource.table.c[field]
    states: list[str] = column.type.enums
    return states


def stored(scene: Scene, row: Any) -> dict[str, Any]:
    """The values of a row as the database has them now."""
    found: dict[str, Any] = as_sent(scene.store.find(scene.resource.model, row.id))
    return found


def written(answer: Answer, action: Action) -> Answer:
    """The answer of an action that somebody has written; the test waits for it otherwise."""
    if answer.status == Unwritten.status:
        pytest.xfail(f"`{action}` is not written yet: {answer.response.request.url.path}")
    return answer


def _must_have_set(
    answer: Answer, action: Action, after: dict[str, Any], caller_id: UUID | None
) -> None:
    for field, value in action.sets.items():
        if value is ...:
            answer.must_hold(after[field] is not None, f"{field} to have a value")
        else:
            wanted = as_sent(caller_id if value is CALLER else value)
            answer.must_hold(after[field] == wanted, f"{field} to be {wanted}")
