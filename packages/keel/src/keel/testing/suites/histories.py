"""Histories: what was done to a row is told, to whom it may be."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from keel.data import SoftDeleted
from keel.data.types.sent import as_sent
from keel.testing.action import Action
from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.kinds import Promise, promise
from keel.testing.ready import ready
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import standings
from keel.testing.suites.actions import stored, written
from keel.testing.visitors import Visitor

_UNTOLD = {"id", "created_at", "updated_at"}
_FEW, _MANY = 1, 4
_Row = Mapping[str, Any]


def _is_told(resource: Resource) -> bool:
    return resource.has_history


def _can(operation: str) -> Callable[[Resource], bool]:
    return lambda resource: resource.has_history and operation in resource.endpoints


def _promises(resource: Resource) -> Iterator[Promise]:
    if resource.has_history:
        for kind in standings(resource.policy, owned=resource.owner_field is not None):
            yield promise(resource.policy, "history", kind)


def _moves(resource: Resource) -> list[Action]:
    return [each for each in resource.actions if each.moves and resource.has_history]


class HistoryTests:
    """Each change of a row leaves an entry, and none tells what answers would not."""

    @each(_promises)
    def test_who_may_see_the_history_of_a_row(self, scene: Scene, case: Promise) -> None:
        row = scene.row()
        answer = _history(scene, scene.visitor(case.kind), row.id)
        answer.must_be(case.status, case.because)
        if case.is_allowed:
            _must_tell(scene, answer, "create", None, ({}, stored(scene, row)))

    @where(_is_told)
    def test_nothing_has_no_history(self, scene: Scene) -> None:
        answer = _history(scene, scene.allowed("history"), NOWHERE)
        answer.must_be(404, "no row has this id")

    @where(_can("create"))
    def test_the_history_tells_who_made_a_row(self, scene: Scene) -> None:
        visitor = scene.allowed("create")
        made = scene.create(visitor, scene.body("create", visitor))
        row_id = UUID(made.must_be(201, "the body is valid").body["id"])
        answer = _history(scene, visitor, row_id)
        if answer.status != 200:  # noqa: PLR2004 - who makes a row need not be told of it
            answer = _history(scene, scene.allowed("history"), row_id)
        made_row = scene.store.find(scene.resource.model, row_id)
        _must_tell(scene, answer, "create", visitor, ({}, as_sent(made_row)))

    @where(_can("update"))
    def test_the_history_tells_each_change(self, scene: Scene) -> None:
        visitor, row = scene.allowed("update"), scene.row()
        for _ in range(2):
            before = stored(scene, row)
            scene.send("update", visitor, row).must_be(200, "the body is valid")
            answer = _history(scene, scene.allowed("history"), row.id)
            _must_tell(scene, answer, "update", visitor, (before, stored(scene, row)))

    @where(_can("update"))
    def test_what_changes_nothing_is_not_in_the_history(self, scene: Scene) -> None:
        row = scene.row()
        answer = scene.allowed("update").patch(scene.resource.url(row.id), {})
        answer.must_be(200, "a change may be empty")
        told = _history(scene, scene.allowed("history"), row.id)
        told.must_hold(told.body["total"] == 1, "no entry but that of its making")

    @each(_moves)
    def test_the_history_tells_an_action(self, scene: Scene, case: Action) -> None:
        visitor, row = scene.allowed(case.name), ready(scene, case)
        before = stored(scene, row)
        written(scene.act(case, visitor, row), case).must_be(200, "the row is ready for it")
        answer = _history(scene, scene.allowed("history"), row.id)
        _must_tell(scene, answer, case.name, visitor, (before, stored(scene, row)))

    @where(_can("delete"))
    def test_the_history_of_a_deleted_row_is_for_whom_the_rule_names(self, scene: Scene) -> None:
        visitor, row = scene.allowed("delete"), scene.row()
        before = stored(scene, row)
        after = before if issubclass(scene.resource.model, SoftDeleted) else {}
        scene.send("delete", visitor, row).must_be(204, "it is there")
        policy = scene.resource.policy
        for kind in standings(policy, owned=scene.resource.owner_field is not None):
            reader = scene.visitor(kind)
            answer = _history(scene, reader, row.id)
            if policy.history.names(reader.caller):
                _must_tell(scene, answer, "delete", visitor, (before, after))
            else:
                answer.must_hold(answer.status in {401, 403, 404}, "a refusal: the row is gone")

    @where(_can("update"))
    def test_a_history_has_pages(self, scene: Scene) -> None:
        row = scene.row()
        scene.send("update", scene.allowed("update"), row).must_be(200, "the body is valid")
        reader = scene.allowed("history")
        whole = _history(scene, reader, row.id).must_be(200, "the row is there").body["items"]
        for place, entry in enumerate(whole):
            page = _history(scene, reader, row.id, limit=1, offset=place)
            page.must_hold(page.body["items"] == [entry], f"the entry {entry}")
            page.must_hold(page.body["total"] == len(whole), f"{len(whole)} entries in all")

    @where(_can("update"))
    def test_a_longer_history_costs_no_more_statements(self, scene: Scene) -> None:
        row, reader = scene.row(), scene.allowed("history")
        counts: list[int] = []
        for times in (_FEW, _MANY):
            for _ in range(times):
                scene.send("update", scene.allowed("update"), row).must_be(200, "the body is valid")
            with scene.store.statements() as sent:
                _history(scene, reader, row.id).must_be(200, "the row is there")
            counts.append(len(sent))
        assert counts[0] == counts[1], f"The statements of a short and a long history: {counts}"


def _history(scene: Scene, by: Visitor, row_id: object, **query: int) -> Answer:
    return by.get(f"{scene.resource.url(row_id)}/history", **query)


def _must_tell(
    scene: Scene, answer: Answer, operation: str, by: Visitor | None, rows: tuple[_Row, _Row]
) -> None:
    """The newest entry is this change; of what callers never see, only that it changed.

    What some may read and others not is left to the tests of such fields.
    """
    newest = answer.must_be(200, "they may see it").body["items"][0]
    by_id = by and as_sent(by.caller.id)
    answer.must_hold(newest["operation"] == operation, f"the newest entry to be of `{operation}`")
    answer.must_hold(newest["by_id"] == by_id, f"it to be the doing of {by_id}")
    before, after = rows
    shown, model = scene.resource.shown, scene.resource.model
    guarded = scene.resource.policy.fields
    expected = {
        name: {"from": before.get(name), "to": after.get(name)} if name in shown else {}
        for name in {**before, **after}.keys() - {*_UNTOLD, *model.audit_fields, *guarded}
        if before.get(name) != after.get(name)
    }
    told = {name: each for name, each in newest["changes"].items() if name not in guarded}
    answer.must_hold(told == expected, f"these changes: {expected}")
