"""Rows that are kept when they are deleted: nowhere to be seen, restored, purged."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from keel.access import nobody
from keel.data import Model, SoftDeleted
from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.deleted import hide, is_there
from keel.testing.linked import targets
from keel.testing.references import NOWHERE, kept_targets, model_of, on_delete_of, referring_to
from keel.testing.resource import Resource, unique_columns
from keel.testing.scene import Scene
from keel.testing.standings import Kind, standings
from keel.testing.visitors import Visitor

_DONE = {"deleted": 200, "restore": 200, "purge": 204}


@dataclass(frozen=True, slots=True)
class _Promise:
    """What a policy says will come of an operation on a deleted row, by a kind of caller."""

    operation: str
    kind: Kind
    status: int
    sees_it: bool

    def __str__(self) -> str:
        return f"{self.operation} by {self.kind}: {self.status}"


def _is_kept(resource: Resource) -> bool:
    return issubclass(resource.model, SoftDeleted) and "delete" in resource.endpoints


def _may(*operations: str) -> Any:
    """Whether rows are kept, and somebody may do each of these with deleted ones."""

    def holds(resource: Resource) -> bool:
        policy = resource.policy
        return _is_kept(resource) and all(policy.rule(name) != nobody for name in operations)

    return holds


def _matrix(resource: Resource) -> Iterator[_Promise]:
    for operation in filter(lambda name: _may(name)(resource), _DONE):
        for kind in standings(resource.policy, owned=resource.owner_field is not None):
            yield _promised(resource, operation, kind)


def _promised(resource: Resource, operation: str, kind: Kind) -> _Promise:
    policy = resource.policy
    rule, standing = policy.rule(operation), standings(policy, owned=True)[kind]
    sees_it, status = standing.meets(policy.deleted), _DONE[operation]
    if not rule.admits(standing.caller):
        status = 403 if standing.caller.is_signed_in else 401
    elif operation != "deleted" and not standing.meets(rule):
        status = 403 if sees_it else 404
    return _Promise(operation, kind, status, sees_it)


def _missing(resource: Resource) -> list[str]:
    """What nobody may do with deleted rows, where these are kept."""
    names = ("restore", "purge") if _is_kept(resource) else ()
    return [name for name in names if resource.policy.rule(name) == nobody]


def _unique(resource: Resource) -> list[str]:
    groups = unique_columns(resource.model) if _may("restore")(resource) else []
    return sorted(" and ".join(names) for names in groups)


def _leading(resource: Resource) -> list[str]:
    """The references of kept rows to others that are kept."""
    return [*kept_targets(resource.model)] if _may("restore")(resource) else []


def _said(resource: Resource) -> list[str]:
    """The members of a body that hold ids of rows which are kept."""
    schema = resource.body("create")
    fields = schema.model_fields if schema else {}
    return [name for name in _kept_ends(resource) if name in fields]


def _kept_ends(resource: Resource) -> dict[str, type[Model]]:
    """The rows that are kept, to which those of a resource refer or are linked."""
    linked = targets(resource.model).items()
    kept = {name: target for name, target in linked if issubclass(target, SoftDeleted)}
    return kept_targets(resource.model) | kept


class SoftDeleteTests:
    """What is deleted is kept for those who may restore or purge it, and for nobody else."""

    @where(_is_kept)
    def test_what_is_deleted_is_kept_and_nowhere_to_be_seen(self, scene: Scene) -> None:
        row = _deleted(scene)
        kept = scene.store.find(scene.resource.model, row.id)
        assert kept is not None, "the row is kept"
        assert not is_there(kept), "the row is marked as deleted"
        for operation in {"read", "update", "delete"} & {*scene.resource.endpoints}:
            answer = scene.send(operation, scene.allowed(operation), row)
            answer.must_be(404, "it is deleted")
        if "list" in scene.resource.endpoints:
            shown = scene.send("list", scene.allowed("list")).must_be(200, "there is a list")
            shown.must_hold(str(row.id) not in _ids(shown), "a list without it")

    @where(lambda resource: _is_kept(resource) and resource.actions)
    def test_nothing_can_be_done_with_what_is_deleted(self, scene: Scene) -> None:
        row = _deleted(scene)
        for action in scene.resource.actions:
            if "{" in scene.resource.action_endpoints[action.name].path:
                answer = scene.act(action, scene.allowed(action.name), row)
                answer.must_be(404, "it is deleted")

    @each(_matrix)
    def test_the_policy_holds_for_what_is_deleted(self, scene: Scene, case: _Promise) -> None:
        visitor, row = scene.visitor(case.kind), _deleted(scene)
        answer = _send(scene, case.operation, visitor, row).must_be(case.status, str(case))
        if (case.operation, case.status) == ("deleted", 200):
            is_shown = str(row.id) in _ids(answer)
            answer.must_hold(is_shown == case.sees_it, "what this caller may do something about")

    @each(_missing)
    def test_what_nobody_may_do_with_deleted_rows_does_not_exist(
        self, scene: Scene, case: str
    ) -> None:
        answer = _send(scene, case, scene.callers.stranger, _deleted(scene))
        answer.must_be(404, f"the policy lets nobody {case} it")

    @where(_may("restore"))
    def test_what_is_restored_is_as_it_was(self, scene: Scene) -> None:
        row, reader = scene.row(), scene.allowed("read")
        before = scene.send("read", reader, row).must_be(200, "the row is there").body
        _delete(scene, row)
        _restore(scene, row).must_be(200, "it was deleted")
        after = scene.send("read", reader, row).must_be(200, "it was restored")
        after.must_hold(after.body == before, f"what it was before: {before}")

    @where(_may("restore"))
    def test_what_goes_with_a_row_comes_back_with_it(self, scene: Scene) -> None:
        for column in referring_to(scene.resource.model):
            if on_delete_of(column) == "CASCADE":
                parent, model = scene.row(), model_of(column)
                child = scene.child(column, parent)
                _delete(scene, parent)
                assert not is_there(scene.store.find(model, child.id)), f"{column} went with it"
                _restore(scene, parent).must_be(200, "it was deleted")
                assert is_there(scene.store.find(model, child.id)), f"{column} came back with it"

    @where(_may("purge"))
    def test_what_is_purged_is_gone(self, scene: Scene) -> None:
        row, visitor = _deleted(scene), scene.allowed("purge")
        answer = _send(scene, "purge", visitor, row).must_be(204, "it is deleted")
        left = scene.store.find(scene.resource.model, row.id)
        answer.must_hold(left is None, "no row to be left in the database")
        _send(scene, "purge", visitor, row).must_be(404, "it is gone")

    @each(lambda resource: [name for name in ("restore", "purge") if _may(name)(resource)])
    def test_only_what_is_deleted_is_restored_or_purged(self, scene: Scene, case: str) -> None:
        visitor, row = scene.allowed(case), scene.row()
        _send(scene, case, visitor, row).must_be(404, "it is not deleted")
        assert is_there(scene.store.find(scene.resource.model, row.id)), "it is left alone"
        row.id = NOWHERE
        _send(scene, case, visitor, row).must_be(404, "no row has this id")

    @where(_may("deleted"))
    def test_the_last_deleted_is_the_first_of_those_that_are(self, scene: Scene) -> None:
        rows = [scene.row() for _ in range(3)]
        for row in rows:
            _delete(scene, row)
        answer = _listed(scene, limit=2)
        newest = [str(row.id) for row in reversed(rows)]
        answer.must_hold(_ids(answer) == newest[:2], f"the first two of {newest}")
        answer.must_hold(answer.body["total"] == len(rows), f"{len(rows)} in all")

    @where(_may("deleted"))
    def test_a_fuller_page_of_deleted_rows_costs_no_more_statements(self, scene: Scene) -> None:
        for _ in range(5):
            _deleted(scene)
        _listed(scene, limit=1)
        with scene.store.statements() as few:
            _listed(scene, limit=1)
        with scene.store.statements() as many:
            _listed(scene, limit=4)
        assert len(few) == len(many), "\n".join(["A page of four rows, not of one, takes:", *many])

    @each(_unique)
    def test_what_is_unique_is_free_once_its_row_is_deleted(self, scene: Scene, case: str) -> None:
        row = _deleted(scene)
        taken = {name: getattr(row, name) for name in case.split(" and ")}
        if None not in taken.values():
            scene.row(**taken)
            _restore(scene, row).must_be(409, f"{case} is taken by now")

    @each(_leading)
    def test_what_refers_to_something_deleted_stays_deleted(self, scene: Scene, case: str) -> None:
        row = scene.row(**scene.value(case))
        _delete(scene, row)
        hide(scene.store, kept_targets(scene.resource.model)[case], getattr(row, case))
        _restore(scene, row).must_be(409, f"{case} leads to what is deleted").must_name(case)

    @each(_said)
    def test_a_reference_to_something_deleted_is_refused(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create")
        body = scene.body("create", visitor)
        if case not in targets(scene.resource.model):
            body |= scene.value(case)
        for row_id in body[case] if isinstance(body[case], list) else [body[case]]:
            hide(scene.store, _kept_ends(scene.resource)[case], row_id)
        answer = scene.create(visitor, body).must_be(422, f"{case} leads to what is deleted")
        answer.must_name(case)


def _deleted(scene: Scene) -> Any:
    """A row that somebody has deleted."""
    row = scene.row()
    _delete(scene, row)
    return row


def _delete(scene: Scene, row: Any) -> None:
    scene.send("delete", scene.allowed("delete"), row).must_be(204, "it is there")


def _restore(scene: Scene, row: Any) -> Answer:
    return _send(scene, "restore", scene.allowed("restore"), row)


def _send(scene: Scene, operation: str, by: Visitor, row: Any) -> Answer:
    rows = f"{scene.resource.path}/deleted"
    if operation == "deleted":
        return by.get(rows)
    if operation == "restore":
        return by.send("POST", f"{scene.resource.url(row.id)}/restore")
    return by.delete(f"{rows}/{row.id}")


def _listed(scene: Scene, limit: int) -> Answer:
    visitor = scene.allowed("purge" if _may("purge")(scene.resource) else "restore")
    answer = visitor.get(f"{scene.resource.path}/deleted", limit=limit)
    return answer.must_be(200, "a page of deleted rows")


def _ids(answer: Answer) -> list[str]:
    return [item["id"] for item in answer.body["items"]]
