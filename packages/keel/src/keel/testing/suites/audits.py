"""Audits: rows say who made them, and who changed them last."""

from keel.data.types.sent import as_sent
from keel.testing.cases import each, where
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene


def _can(operation: str, resource: Resource) -> bool:
    return bool(resource.model.audit_fields) and operation in resource.endpoints


def _bodies(resource: Resource) -> list[str]:
    return [name for name in ("create", "update") if _can(name, resource)]


class AuditTests:
    """Who made and changed a row is the caller, whatever a body says."""

    @where(lambda resource: _can("create", resource))
    def test_who_makes_a_row_is_kept(self, scene: Scene) -> None:
        visitor = scene.allowed("create")
        answer = scene.create(visitor, scene.body("create", visitor))
        answer.must_be(201, "the body is valid")
        for name in scene.resource.model.audit_fields:
            wanted = as_sent(visitor.caller.id)
            answer.must_hold(answer.body[name] == wanted, f"{name} to be {wanted}")

    @where(lambda resource: _can("update", resource))
    def test_who_changes_a_row_is_kept(self, scene: Scene) -> None:
        visitor, row = scene.allowed("update"), scene.row()
        answer = visitor.patch(scene.resource.url(row.id), {}).must_be(200, "it may be empty")
        answer.must_hold(answer.body["updated_by_id"] is None, "nobody yet: nothing has changed")
        answer = scene.send("update", visitor, row).must_be(200, "the body is valid")
        wanted = as_sent(visitor.caller.id)
        answer.must_hold(answer.body["updated_by_id"] == wanted, f"updated_by_id to be {wanted}")
        answer.must_hold(answer.body["created_by_id"] is None, "who made it to stay")

    @each(_bodies)
    def test_no_body_says_who_did_it(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed(case)
        for name in scene.resource.model.audit_fields:
            body = scene.body(case, visitor) | {name: NOWHERE}
            url = scene.resource.url(scene.row().id)
            answer = scene.create(visitor, body) if case == "create" else visitor.patch(url, body)
            answer.must_be(422, f"{name} is not theirs to say").must_name(name)
