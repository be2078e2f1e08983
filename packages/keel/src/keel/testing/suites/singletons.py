"""The one row that each account has."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.fields import Field, fields_of
from keel.testing.references import NOWHERE, parents_of, reference_columns
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.visitors import Visitor

_AT_ONCE = 4
_FIRST_CHANGE = 3
"""Statements that store the row, in a savepoint."""


def _changeable(resource: Resource) -> list[Field]:
    schema = resource.body("update")
    return list(fields_of(schema)) if schema else []


def _references(resource: Resource) -> list[str]:
    names = {field.name for field in _changeable(resource)}
    return sorted(names & {column.name for column in reference_columns(resource.model)})


def _can_change(resource: Resource) -> bool:
    return "update" in resource.endpoints


class OwnRowTests:
    """Everybody has one row from the beginning, and reaches no other."""

    @each(lambda resource: sorted(resource.endpoints))
    def test_it_is_for_who_is_signed_in(self, scene: Scene, case: str) -> None:
        for visitor in (scene.callers.unknown, scene.callers.owner, scene.callers.stranger):
            url = scene.resource.path
            answer = visitor.get(url) if case == "read" else visitor.patch(url, {})
            answer.must_be(200 if visitor.caller.is_signed_in else 401, "each has their own")

    @where(lambda resource: "read" in resource.endpoints)
    def test_reading_it_stores_nothing(self, scene: Scene) -> None:
        _read(scene, scene.callers.owner)
        assert not scene.store.all(scene.resource.model), "nothing was changed"

    @where(_can_change)
    def test_what_was_read_before_the_first_change_is_what_it_changes(self, scene: Scene) -> None:
        visitor = scene.callers.owner
        before = _read(scene, visitor)
        answer = _change(scene, visitor, {})
        answer.must_hold(answer.body == before, f"what was there before: {before}")

    @each(_changeable)
    def test_a_change_is_kept_and_is_nobody_elses(self, scene: Scene, case: Field) -> None:
        visitor, other = scene.callers.owner, scene.callers.stranger
        before, theirs = _read(scene, visitor), _read(scene, other)
        body = scene.body("update", visitor)
        _change(scene, visitor, body)
        answer = _change(scene, visitor, {case.name: body[case.name]})
        sent = as_sent(body[case.name])
        kept = answer.body.get(case.name, sent)
        answer.must_hold(kept == sent, f"{case.name} to be {sent}, and not {before.get(case.name)}")
        answer.must_hold(_read(scene, visitor) == answer.body, "to be kept")
        answer.must_hold(_read(scene, other) == theirs, f"nothing of another's: {theirs}")

    @where(_can_change)
    def test_first_changes_at_once_make_one_row(self, scene: Scene) -> None:
        visitor = scene.callers.owner
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            calls = [threads.submit(_change, scene, visitor, {}) for _ in range(_AT_ONCE)]
        for call in calls:
            call.result()
        assert len(scene.store.all(scene.resource.model)) == 1

    @each(_references)
    def test_a_reference_to_nothing_is_refused(self, scene: Scene, case: str) -> None:
        answer = scene.callers.owner.patch(scene.resource.path, {case: NOWHERE})
        answer.must_be(422, f"{case} leads nowhere").must_name(case)

    @where(_can_change)
    def test_it_goes_with_its_account(self, scene: Scene) -> None:
        visitor = scene.callers.owner
        _change(scene, visitor, {})
        account = scene.store.find(parents_of(scene.resource.model)["owner_id"], visitor.id)
        assert account is not None, "it was made a moment ago"
        scene.store.remove(account)
        assert not scene.store.all(scene.resource.model), "nobody is left whose it could be"

    @where(_can_change)
    def test_the_first_change_costs_no_more_than_to_store_it(self, scene: Scene) -> None:
        visitor = scene.callers.owner
        first, second = (_statements(scene, visitor) for _ in range(2))
        assert len(first) <= len(second) + _FIRST_CHANGE, "\n".join([*first, "then", *second])


def _read(scene: Scene, visitor: Visitor) -> Any:
    return visitor.get(scene.resource.path).must_be(200, "everybody has one").body


def _change(scene: Scene, visitor: Visitor, body: dict[str, Any]) -> Answer:
    return visitor.patch(scene.resource.path, body).must_be(200, "the body is valid")


def _statements(scene: Scene, visitor: Visitor) -> list[str]:
    with scene.store.statements() as sent:
        _change(scene, visitor, {})
    return sent
