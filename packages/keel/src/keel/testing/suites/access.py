"""The access matrix: every operation by every kind of caller."""

from collections.abc import Iterator

from keel.access import nobody
from keel.testing.cases import each
from keel.testing.kinds import Promise, promises
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import OPERATIONS
from keel.testing.visitors import Visitor

_ON_ALL, _ON_ONE = {"list", "create"}, {"read", "update", "delete"}


def _matrix(resource: Resource) -> Iterator[Promise]:
    return promises(resource.policy, owned=resource.owner_field is not None)


def _missing(resource: Resource) -> list[str]:
    return [name for name in OPERATIONS if resource.policy.rule(name) == nobody]


class AccessTests:
    """The policy is what happens, whatever a route's guard says."""

    @each(_matrix)
    def test_the_policy_holds(self, scene: Scene, case: Promise) -> None:
        visitor, row = scene.visitor(case.kind), scene.row()
        if case.operation == "create":
            _must_create_or_not(scene, visitor, case)
            return
        expected = scene.reached("list", visitor)
        is_let_in = scene.resource.policy.rule(case.operation).admits(visitor.caller)
        answer = scene.send(case.operation, visitor, row)
        if is_let_in and not scene.finds(case.operation, visitor):
            answer.must_be(404, "what its list stands below is hidden from this caller")
            return
        answer.must_be(case.status, case.because)
        if case.operation == "list" and case.is_allowed:
            shown = {item["id"] for item in answer.body["items"]}
            answer.must_hold(
                shown == {str(each_row.id) for each_row in expected},
                f"{len(expected)} rows, because {case.because}",
            )

    @each(_missing)
    def test_what_nobody_may_do_does_not_exist(self, scene: Scene, case: str) -> None:
        path = scene.path("list", scene.callers.stranger)
        one = scene.resource.url(scene.row().id)
        calls = {
            "list": ("GET", path),
            "create": ("POST", path),
            "read": ("GET", one),
            "update": ("PATCH", one),
            "delete": ("DELETE", one),
        }
        siblings = _ON_ALL if case in _ON_ALL else _ON_ONE
        status = 405 if siblings & set(scene.resource.endpoints) else 404
        answer = scene.callers.stranger.send(*calls[case])
        answer.must_be(status, f"the policy lets nobody {case} it")


def _must_create_or_not(scene: Scene, visitor: Visitor, case: Promise) -> None:
    body = scene.settable_body("create", visitor)
    answer = scene.create(visitor, body)
    is_admitted = scene.resource.policy.create.admits(visitor.caller)
    if is_admitted and not scene.finds("create", visitor):
        answer.must_be(404, "what it would stand below is hidden from this caller")
    elif is_admitted and scene.hidden_references(body, visitor):
        answer.must_be(422, "what the body refers to is hidden from this caller")
    else:
        answer.must_be(case.status, case.because)
