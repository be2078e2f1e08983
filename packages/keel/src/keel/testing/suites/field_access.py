"""Fields that only some may read or write: each kind of caller, each field, each way to it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from keel.access import Rule
from keel.data.types.sent import as_sent
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.guarded import kinds_of, meets
from keel.testing.kinds import is_for_the_scene, promise
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.standings import Kind
from keel.testing.suites.exports import export


@dataclass(frozen=True, slots=True)
class _Use:
    """A kind of caller who may do an operation comes to a field that is not for everybody."""

    operation: str
    kind: Kind
    field: str
    rule: Rule
    is_allowed: bool

    def __str__(self) -> str:
        may = "may" if self.is_allowed else "may not"
        return f"{self.operation}: {self.kind} {may} use {self.field}"

    @property
    def because(self) -> str:
        return f"{self.field} is for: {self.rule}"


def _reads(resource: Resource) -> Iterator[_Use]:
    return _uses(resource, "read", ("list", "read"))


def _writes(resource: Resource) -> Iterator[_Use]:
    for use in _uses(resource, "write", ("create", "update")):
        schema = resource.body(use.operation)
        if schema and use.field in schema.model_fields:
            yield use


def _exported(resource: Resource) -> Iterator[_Use]:
    return (use for use in _reads(resource) if use.operation == "list" and resource.exports)


def _in_histories(resource: Resource) -> Iterator[_Use]:
    reads = (use for use in _reads(resource) if use.operation == "read" and not use.is_allowed)
    for use in reads if resource.has_history else ():
        if promise(resource.policy, "history", use.kind).is_allowed:
            yield use


def _readers(resource: Resource) -> list[Kind]:
    """Who lists rows of which some hide something from them."""
    return list(dict.fromkeys(use.kind for use in _reads(resource) if use.operation == "list"))


def _uses(resource: Resource, verb: str, operations: tuple[str, ...]) -> Iterator[_Use]:
    for operation in (name for name in operations if name in resource.endpoints):
        for kind, standing in kinds_of(resource).items():
            for field, rules in resource.policy.fields.items():
                rule: Rule = getattr(rules, verb)
                if is_for_the_scene(resource.policy, operation, kind) and not rule.everyone:
                    is_allowed = meets(standing, rule, resource, operation)
                    yield _Use(operation, kind, field, rule, is_allowed)


def _sensitive(resource: Resource) -> list[str]:
    """The guarded columns that no `repr` shows."""
    fields = resource.model.model_fields
    return [name for name in resource.policy.fields if not fields[name].repr]


class FieldAccessTests:
    """What a caller may not read of a row is absent; what they may not set is refused."""

    @each(_in_histories)
    def test_a_history_tells_no_more_than_a_row(self, scene: Scene, case: _Use) -> None:
        row = scene.row(**scene.value(case.field))
        answer = scene.visitor(case.kind).get(f"{scene.resource.url(row.id)}/history")
        told = answer.must_be(200, "they may see what changed").body["items"]
        is_kept = not any(entry["changes"].get(case.field) for entry in told)
        answer.must_hold(is_kept, f"{case.field} without a value, because {case.because}")

    @each(_reads)
    def test_a_field_is_shown_to_whom_it_is_for(self, scene: Scene, case: _Use) -> None:
        row, visitor = scene.row(), scene.visitor(case.kind)
        if not scene.finds(case.operation, visitor):
            return
        answer = scene.send(case.operation, visitor, row).must_be(200, "the row may be seen")
        items = answer.body.get("items", [answer.body])
        shown = next(item for item in items if item["id"] == str(row.id))
        expected = {case.field: as_sent(getattr(row, case.field))} if case.is_allowed else {}
        found = {name: value for name, value in shown.items() if name == case.field}
        answer.must_hold(found == expected, f"{expected}, because {case.because}")

    @each(_exported)
    def test_a_file_has_what_its_reader_may_see(self, scene: Scene, case: _Use) -> None:
        row, visitor = scene.row(), scene.visitor(case.kind)
        if not scene.finds("list", visitor):
            return
        for file_format in scene.resource.exports:
            answer = export(scene, visitor, file_format).must_be(200, "the list may be seen")
            value = as_sent(getattr(row, case.field))
            is_shown = _says(answer, row.id, case.field, file_format)
            expected = case.is_allowed and (file_format == "jsonl" or value not in (None, ""))
            answer.must_hold(is_shown == expected, f"{case.because}, in {file_format} too")

    @each(_writes)
    def test_a_field_is_set_by_whom_it_is_for(self, scene: Scene, case: _Use) -> None:
        visitor, row = scene.visitor(case.kind), scene.row()
        if not scene.finds(case.operation, visitor):
            return
        sent = _with(scene, case, visitor)
        if case.operation == "create":
            answer = scene.create(visitor, scene.body("create", visitor) | sent)
        else:
            answer = visitor.patch(scene.resource.url(row.id), sent)
        if case.is_allowed:
            answer.must_hold(answer.status in {200, 201, 422}, f"no 403, because {case.because}")
            return
        refusals = {403, 422} if scene.hidden_references(sent, visitor) else {403}
        answer.must_hold(answer.status in refusals, f"{refusals}, because {case.because}")
        answer.must_name(case.field)
        stored = scene.store.find(scene.resource.model, row.id)
        answer.must_hold(as_sent(stored) == as_sent(row), f"the row to stay as it was: {row}")

    @each(_readers)
    def test_what_is_hidden_costs_no_more_in_a_fuller_page(self, scene: Scene, case: Kind) -> None:
        visitor = scene.visitor(case)
        for _ in range(5):
            scene.row()
        few, many = (_statements(scene, case, limit=limit) for limit in (1, 4))
        assert len(few) == len(many), "\n".join([f"Four rows, for {visitor.name}, take:", *many])

    @each(_sensitive)
    def test_what_is_sensitive_is_in_no_repr(self, scene: Scene, case: str) -> None:
        row = scene.row()
        assert not re.search(rf"\b{case}=", repr(row)), f"{case} would be logged with its row."
        resource = scene.resource
        for endpoint in (*resource.endpoints.values(), *resource.action_endpoints.values()):
            field = endpoint.body.model_fields.get(case) if endpoint.body else None
            assert field is None or not field.repr, f"{case} would be logged by {endpoint}."


def _with(scene: Scene, use: _Use, visitor: Any) -> dict[str, Any]:
    """What a body says that sets the field, with those that come with it."""
    whole = scene.whole_body(use.operation, visitor)
    return {name: whole[name] for name in scene.resource.together(use.field) if name in whole}


def _says(answer: Answer, row_id: object, field: str, file_format: str) -> bool:
    """Whether a file says anything of a field in its line for a row."""
    text = answer.response.text
    if file_format == "csv":
        rows: Any = csv.DictReader(StringIO(text, newline=""), strict=True)
        return any(row[field] for row in rows if row["id"] == str(row_id))
    (line,) = (line for line in text.split("\n") if str(row_id) in line)
    return f'"{field}":' in line


def _statements(scene: Scene, kind: Kind, limit: int) -> list[str]:
    visitor = scene.visitor(kind)
    path = scene.path("list", visitor)
    with scene.store.statements() as sent:
        visitor.get(path, limit=limit)
    return sent
