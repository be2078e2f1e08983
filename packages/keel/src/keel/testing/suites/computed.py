"""What is worked out for a row, against the rows that it is worked out from."""

from typing import Any

from keel.data import SoftDeleted
from keel.data.computing.computed import Aggregate
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.deleted import hide
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import standings

_SHOWN = 200


def _computed(resource: Resource) -> list[str]:
    return [*resource.computed] if {"read", "list"} & {*resource.endpoints} else []


def _of_kept_rows(resource: Resource) -> list[str]:
    """What is worked out from rows that are kept when they are deleted."""
    found = ((name, resource.computed[name]) for name in _computed(resource))
    return [
        name
        for name, computed in found
        if isinstance(computed, Aggregate) and issubclass(computed.of.rows.model, SoftDeleted)
    ]


class ComputedTests:
    """Each caller is told what the rows come to that they may list."""

    @each(_computed)
    def test_a_computed_value_is_that_of_the_rows_behind_it(self, scene: Scene, case: str) -> None:
        computed, row, other = scene.resource.computed[case], scene.row(), scene.row()
        for owner in (scene.callers.owner, scene.callers.stranger):
            scene.fill(computed, row, owner)
        scene.fill(computed, other, scene.callers.owner)
        _must_tell(scene, case, row)

    @each(_computed)
    def test_a_computed_value_is_there_without_rows_behind_it(
        self, scene: Scene, case: str
    ) -> None:
        _must_tell(scene, case, scene.row())

    @each(_of_kept_rows)
    def test_what_is_deleted_counts_no_more(self, scene: Scene, case: str) -> None:
        computed, row = scene.resource.computed[case], scene.row()
        scene.fill(computed, row, scene.callers.owner)
        assert isinstance(computed, Aggregate)
        for each_row in scene.store.all(computed.of.rows.model):
            hide(scene.store, computed.of.rows.model, each_row.id)
        _must_tell(scene, case, row)


def _must_tell(scene: Scene, name: str, row: Any) -> None:
    """Tell each kind of caller who may see the row the value for them."""
    kinds = standings(scene.resource.policy, owned=True)
    for visitor in map(scene.visitor, kinds):
        expected = as_sent(scene.told(row, name, visitor))
        answer = visitor.get(_address(scene.resource, row))
        for shown in _rows(answer):
            if shown["id"] == str(row.id):
                answer.must_hold(shown[name] == expected, f"{name} to be {expected}")


def _address(resource: Resource, row: Any) -> str:
    """Where a row is shown: at its own place, or on the first page, newest first."""
    return resource.url(row.id) if "read" in resource.endpoints else resource.path


def _rows(answer: Answer) -> list[dict[str, Any]]:
    if answer.status != _SHOWN:
        return []
    rows: list[dict[str, Any]] = answer.body.get("items", [answer.body])
    return rows
