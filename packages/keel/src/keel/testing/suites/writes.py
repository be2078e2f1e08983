"""Creating and changing rows."""

from collections.abc import Mapping
from typing import Any

from pydantic import MISSING
from pydantic_core import to_jsonable_python

from keel.data.types.sent import as_sent
from keel.testing.cases import each, where
from keel.testing.fields import Field, fields_of
from keel.testing.guarded import settable_fields
from keel.testing.linked import links
from keel.testing.references import NOWHERE, reference_columns
from keel.testing.resource import Resource, unique_columns
from keel.testing.scene import Scene


def _unique(resource: Resource) -> list[str]:
    """The sets of fields whose values belong to one row alone, as far as a body sets them."""
    schema = resource.body("create")
    given = {resource.owner_field, resource.under, resource.model.tenant_field}
    settable = {*(schema.model_fields if schema else ()), *given}
    found = unique_columns(resource.model)
    return sorted(" and ".join(names) for names in found if settable.issuperset(names))


def _required(resource: Resource) -> list[str]:
    schema = resource.body("create")
    return [field.name for field in fields_of(schema) if field.required] if schema else []


def _references(resource: Resource) -> list[str]:
    schema = resource.body("create")
    names = {column.name for column in reference_columns(resource.model)}
    return sorted(names & set(schema.model_fields)) if schema else []


def _left_to_the_caller(resource: Resource) -> list[str]:
    """The references to accounts that a body may leave out though each row has one."""
    schema = resource.body("create")
    fields = schema.model_fields if schema else {}
    return [name for name in _references(resource) if fields[name].default is MISSING]


def _changeable(resource: Resource) -> list[Field]:
    return settable_fields(resource, "update")


def _for_same(body: dict[str, Any], resource: Resource) -> dict[str, Any]:
    """What of an answer does not depend on whether its row is there already."""
    return {name: value for name, value in body.items() if name not in resource.policy.fields}


def _for_everybody(body: dict[str, Any], resource: Resource) -> dict[str, Any]:
    """What of an answer does not depend on who reads it: no rows that one may see, no sums."""
    of_rows = {*links(resource.model), *resource.computed}
    kept = _for_same(body, resource).items()
    return {name: value for name, value in kept if name not in of_rows}


def _values(scene: Scene, names: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """Values for what is null in a row or a body: nulls are no two alike."""
    missing = [name for name in names.split(" and ") if name in said and said[name] is None]
    return {name: it for field in missing for name, it in scene.value(field).items()}


class WriteTests:
    """Bodies are kept as they are sent; what cannot be kept is refused, and says why."""

    @where(lambda resource: "create" in resource.endpoints)
    def test_what_is_created_is_what_was_sent(self, scene: Scene) -> None:
        visitor = scene.allowed("create")
        body = scene.body("create", visitor)
        answer = scene.create(visitor, body).must_be(201, "the body is valid")
        sent = as_sent(body)
        kept = {name: value for name, value in answer.body.items() if name in sent}
        answer.must_hold(kept == {name: sent[name] for name in kept}, "the values that were sent")
        if "read" in scene.resource.endpoints:
            may_read = scene.resource.policy.read.admits(visitor.caller)
            reader = visitor if may_read else scene.allowed("read")
            again = reader.get(scene.resource.url(answer.body["id"]))
            again.must_be(200, "it was created")
            same = _for_same if may_read else _for_everybody
            found, made = (same(it.body, scene.resource) for it in (again, answer))
            again.must_hold(found == made, f"what creating it answered: {answer.body}")

    @where(lambda resource: "create" in resource.endpoints)
    def test_what_is_not_required_can_be_left_out(self, scene: Scene) -> None:
        visitor = scene.allowed("create")
        required = _required(scene.resource)
        body = {k: v for k, v in scene.body("create", visitor).items() if k in required}
        scene.create(visitor, body).must_be(201, f"only {required} are required")

    @each(_required)
    def test_what_is_required_cannot_be_left_out(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create")
        body = {k: v for k, v in scene.body("create", visitor).items() if k != case}
        answer = scene.create(visitor, body).must_be(422, f"{case} is required")
        answer.must_name(case)

    @each(_unique)
    def test_what_is_unique_cannot_be_taken_twice(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create", *case.split(" and "))
        first, second = scene.body("create", visitor), scene.body("create", visitor)
        first |= _values(scene, case, first)
        taken = {name: first[name] for name in case.split(" and ") if name in first}
        scene.create(visitor, first).must_be(201, "the body is valid")
        answer = scene.create(visitor, second | taken)
        answer.must_be(409, f"{case} must be unique")

    @each(lambda resource: [] if not resource.body("update") else _unique(resource))
    def test_what_is_unique_cannot_be_taken_by_a_change(self, scene: Scene, case: str) -> None:
        changeable = {field.name for field in _changeable(scene.resource)} & {*case.split(" and ")}
        visitor = scene.allowed("update", *changeable)
        one, other = scene.row(), scene.row()
        if missing := _values(scene, case, dict(one)):
            one = scene.row(**missing)
        taken = {name: getattr(one, name) for name in sorted(changeable)}
        answer = visitor.patch(scene.resource.url(other.id), scene.change(other, taken))
        answer.must_be(409 if taken else 200, f"{case} must be unique")

    @each(_references)
    def test_a_reference_to_nothing_is_refused(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create", case)
        body = scene.body("create", visitor) | {case: NOWHERE}
        answer = scene.create(visitor, body).must_be(422, f"{case} leads nowhere")
        answer.must_name(case)

    @each(_left_to_the_caller)
    def test_who_is_not_named_is_the_caller(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create")
        body = scene.body("create", visitor)
        del body[case]
        answer = scene.create(visitor, body)
        answer.must_be(201, f"{case} is the caller")
        if case in answer.body:
            answer.must_hold(answer.body[case] == str(visitor.id), f"{case} to be {visitor.id}")

    @each(_changeable)
    def test_a_change_leaves_everything_else_alone(self, scene: Scene, case: Field) -> None:
        visitor, row = scene.allowed("update", case.name), scene.row()
        url = scene.resource.url(row.id)
        kept = {column.name: getattr(row, column.name) for column in scene.resource.table.c}
        kept |= {case.name: scene.body("update", visitor)[case.name]}
        value = scene.fitted(kept, fixed=kept.keys() - {case.name})[case.name]
        visitor.patch(url, {}).must_be(200, "a change may be empty")
        answer = visitor.patch(url, {case.name: value}).must_be(200, f"{case.name} may change")
        stored = to_jsonable_python(scene.store.find(scene.resource.model, row.id))
        before = to_jsonable_python(row)
        changed = {name for name in answer.body if stored.get(name) != before.get(name)}
        may = {case.name, "updated_at", *scene.resource.model.audit_fields}
        answer.must_hold(changed <= may, f"nothing but {case.name} to differ from {before}")
        if case.name in answer.body:
            sent = as_sent(value)
            answer.must_hold(answer.body[case.name] == sent, f"{case.name} to be {sent}")
