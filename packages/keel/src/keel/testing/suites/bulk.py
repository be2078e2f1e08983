"""Many rows in one call."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from keel.data.bulk.schemas import MAX_ROWS
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.deleted import is_there
from keel.testing.kinds import SUCCESS, Promise, promises
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.visitors import Visitor

_SAVEPOINT = 2
"""Statements that let one row be undone alone."""

_DONE = {str(operation): status for operation, status in SUCCESS.items()}


def _operations(resource: Resource) -> list[str]:
    return sorted(resource.bulk)


def _on_rows(resource: Resource) -> list[str]:
    return [name for name in _operations(resource) if name != "create"]


def _promises(resource: Resource) -> Iterator[Promise]:
    every = promises(resource.policy, owned=resource.owner_field is not None)
    return (one for one in every if one.operation in resource.bulk)


class BulkTests:
    """Each row of a call is done or refused as it would be alone, and answered in its place."""

    @each(_promises)
    def test_the_policy_is_asked_for_each_row(self, scene: Scene, case: Promise) -> None:
        visitor, operation = scene.visitor(case.kind), case.operation
        item = _item(scene, operation, visitor)
        answer = _send(scene, operation, visitor, [item])
        if not scene.resource.policy.rule(operation).admits(visitor.caller):
            answer.must_be(case.status, case.because)
        elif not scene.finds(operation, visitor):
            answer.must_be(404, "what they would stand below is hidden from this caller")
        elif operation == "create" and scene.hidden_references(item, visitor):
            _must_tell(answer, [422], "what the row refers to is hidden from this caller")
        else:
            _must_tell(answer, [case.status], case.because)

    @each(_operations)
    def test_rows_that_are_refused_undo_no_other(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed(case)
        good, bad = _item(scene, case, visitor), _missing(case)
        answer = _send(scene, case, visitor, [bad, good, bad])
        refused = 422 if case == "create" else 404
        _must_tell(answer, [refused, _DONE[case], refused], "each row stands alone")
        row = scene.store.find(scene.resource.model, _id(good, answer))
        answer.must_hold(is_there(row) == (case != "delete"), "what the good row asks for")

    @each(_operations)
    def test_what_is_wrong_with_a_row_is_told_in_its_place(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed(case)
        answer = _send(scene, case, visitor, [_item(scene, case, visitor), ["no row"]])
        _must_tell(answer, [_DONE[case], 422], "the second is no row")
        problem = answer.body["items"][1]["problem"]
        told = (problem["status"], problem["instance"], bool(problem["errors"]))
        answer.must_hold(told == (422, "#/items/1", True), "a problem of `#/items/1`")

    @each(_on_rows)
    def test_a_row_that_is_named_twice_is_found_as_it_was_left(
        self, scene: Scene, case: str
    ) -> None:
        visitor = scene.allowed(case)
        item = _item(scene, case, visitor)
        answer = _send(scene, case, visitor, [item, item])
        _must_tell(answer, [_DONE[case], 404 if case == "delete" else 200], "it is named twice")

    @each(_operations)
    def test_a_call_has_one_row_to_a_hundred(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed(case)
        for count in (0, MAX_ROWS + 1):
            answer = _send(scene, case, visitor, [_missing(case)] * count)
            answer.must_be(422, f"{count} rows are too few or too many").must_name("items")
        answer = _send(scene, case, visitor, [_missing(case)] * MAX_ROWS)
        answer.must_be(200, f"{MAX_ROWS} rows may be sent")

    @each(_operations)
    def test_a_row_costs_what_it_costs_alone_and_a_savepoint(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed(case)
        row = None if case == "create" else scene.row()
        with scene.store.statements() as alone:
            scene.send(case, visitor, row).must_be(_DONE[case], "the row alone is valid")
        one, four = (_statements(scene, case, visitor, count) for count in (1, 4))
        most = len(one) + 3 * (len(alone) + _SAVEPOINT)
        assert len(four) <= most, "\n".join(["Four rows take:", *four, "One alone:", *alone])


def _item(scene: Scene, operation: str, visitor: Visitor) -> Any:
    """One row of a call, valid."""
    if operation == "create":
        return scene.body("create", visitor)
    row_id = scene.row().id
    if operation == "delete":
        return row_id
    return scene.body("update", visitor) | {"id": row_id}


def _missing(operation: str) -> Any:
    """One row of a call that comes to nothing."""
    return {"create": {"no_such_field": 1}, "update": {"id": NOWHERE}, "delete": NOWHERE}[operation]


def _id(item: Any, answer: Answer) -> UUID:
    """The id of the row that the second item of a call is about."""
    if isinstance(item, UUID):
        return item
    made: dict[str, Any] = answer.body["items"][1]["row"]
    return UUID(made["id"])


def _send(scene: Scene, operation: str, visitor: Visitor, items: Sequence[Any]) -> Answer:
    endpoint = scene.resource.bulk[operation]
    path = scene.path("create", visitor) if operation == "create" else scene.resource.path
    url = f"{path}/{endpoint.path.rpartition('/')[2]}"
    return visitor.send(endpoint.method, url, json=as_sent({"items": list(items)}))


def _must_tell(answer: Answer, statuses: Sequence[int], because: str) -> None:
    told = [item["status"] for item in answer.must_be(200, "it tells of each row").body["items"]]
    answer.must_hold(told == [*statuses], f"{[*statuses]}, because {because}")


def _statements(scene: Scene, operation: str, visitor: Visitor, count: int) -> list[str]:
    items = [_item(scene, operation, visitor) for _ in range(count)]
    with scene.store.statements() as sent:
        _send(scene, operation, visitor, items).must_be(200, "it tells of each row")
    return sent
