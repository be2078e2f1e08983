"""Members of what a row hangs under: the first one, those who leave, and rows that move."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from keel.access import Belonging, Caller, Membership, Operation
from keel.access.membership import member_roles
from keel.access.paths import table_of
from keel.data import Model
from keel.testing.cases import each, where
from keel.testing.guarded import may_write
from keel.testing.kinds import promise
from keel.testing.reach import Reach
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import Kind, Standing, standings


@dataclass(frozen=True, slots=True)
class Leaving:
    """An operation that a kind of caller may do only because they are a member."""

    operation: Operation
    kind: Kind

    def __str__(self) -> str:
        return f"{self.operation} by {self.kind}"


def _leavings(resource: Resource) -> Iterator[Leaving]:
    for kind, standing in standings(resource.policy, owned=False).items():
        if _is_member(standing):
            for operation in ("read", "update", "delete"):
                rule = resource.policy.rule(operation)
                by_membership = promise(resource.policy, operation, kind).is_allowed
                if by_membership and not rule.admits_all_rows(standing.caller):
                    yield Leaving(operation, kind)


def _moves(resource: Resource) -> list[str]:
    """The fields of a change that put a row somewhere else, where other people decide."""
    schema = resource.body("update")
    create, update = resource.policy.create, resource.policy.update
    deciding = create.columns | update.columns
    return sorted(deciding & set(schema.model_fields)) if schema else []


def _is_member(standing: Standing) -> bool:
    return any(isinstance(grant, Belonging) for grant in standing.grants)


class MemberTests:
    """Who is a member is asked each time, and where the row is or shall be."""

    @each(_leavings)
    def test_who_is_no_member_any_more_finds_nothing(self, scene: Scene, case: Leaving) -> None:
        visitor, row = scene.visitor(case.kind), scene.row()
        scene.places.dismiss(visitor)
        readers = scene.resource.policy.read
        can_still_read = Reach(scene.store).holds(
            readers, visitor.caller, scene.resource.model, row
        )
        answer = scene.send(case.operation, visitor, row)
        answer.must_be(403 if can_still_read else 404, "they are no member any more")

    @where(lambda resource: resource.members and "create" in resource.endpoints)
    def test_who_adds_one_is_its_first_member(self, scene: Scene) -> None:
        members, model = scene.resource.members, scene.resource.model
        assert members is not None
        visitor = scene.allowed("create")
        body = scene.body("create", visitor)
        answer = scene.create(visitor, body).must_be(201, "the body is valid")
        membership = Membership.of(members, table_of(model))
        found = [
            (getattr(row, membership.person), membership.role and getattr(row, membership.role))
            for row in scene.store.all(members)
            if str(getattr(row, membership.place)) == answer.body["id"]
        ]
        _, roles = member_roles(members)
        expected = [(visitor.id, roles[-1] if roles else None)]
        answer.must_hold(found == expected, f"{expected} to be its members, not {found}")

    @each(_moves)
    def test_a_row_moves_only_where_its_mover_may_add_it(self, scene: Scene, case: str) -> None:
        kinds = standings(scene.resource.policy, owned=scene.resource.owner_field is not None)
        for kind, standing in kinds.items():
            is_allowed = promise(scene.resource.policy, "update", kind).is_allowed
            if (
                standing.grants
                and is_allowed
                and may_write(scene.resource, case, standing, "update")
            ):
                visitor, row = scene.visitor(kind), scene.row()
                elsewhere = {case: scene.places.make()[case]}
                hidden = scene.hidden_references(elsewhere, visitor)
                may_be_there = _may_put(scene, row, elsewhere, visitor.caller)
                answer = visitor.patch(scene.resource.url(row.id), elsewhere)
                status = 422 if hidden else 200 if may_be_there else 403
                answer.must_be(status, f"of who is {kind}, the policy asks where it shall be")


def _may_put(scene: Scene, row: Model, elsewhere: dict[str, Any], caller: Caller) -> bool:
    """Whether a caller may add, and change, a row that is in another place."""
    model, reach = scene.resource.model, Reach(scene.store)
    there = model(**{**dict(row), **elsewhere})
    rules = [scene.resource.policy.rule(operation) for operation in ("create", "update")]
    asked = [rule for rule in rules if rule.columns & elsewhere.keys()]
    return all(reach.holds(rule, caller, model, there) for rule in asked)
