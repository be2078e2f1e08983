"""Lists of rows, many to many."""

from typing import Any

from keel.testing.cases import each
from keel.testing.fields import fields_of
from keel.testing.linked import links
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.visitors import Visitor


def _set_by(operation: Any) -> Any:
    def names(resource: Resource) -> list[str]:
        schema = resource.body(operation)
        return sorted(links(resource.model).keys() & schema.model_fields) if schema else []

    return names


def _looked_for(resource: Resource) -> list[str]:
    endpoint = resource.endpoints.get("list")
    known = endpoint.query.model_fields if endpoint and endpoint.query else {}
    return [name for name in _set_by("create")(resource) if name in known]


def _emptied(resource: Resource) -> list[str]:
    schema = resource.body("update")
    fields = fields_of(schema) if schema else ()
    may_be_empty = {field.name for field in fields if not field.shortest}
    return [name for name in _set_by("update")(resource) if name in may_be_empty]


class LinkTests:
    """A list holds the rows that it was given, each once, and no others."""

    @each(_set_by("create"))
    def test_a_list_has_nothing_that_is_not_there(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create", case)
        body = scene.body("create", visitor)
        answer = scene.create(visitor, body | {case: [*body[case][1:], NOWHERE]})
        answer.must_be(422, f"{case} leads nowhere").must_name(case)

    @each(_set_by("create"))
    def test_a_list_has_nothing_twice(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create", case)
        body = scene.body("create", visitor)
        answer = scene.create(visitor, body | {case: [*body[case], body[case][0]]})
        answer.must_be(422, f"{case} names one twice").must_name(case)

    @each(_emptied)
    def test_a_list_can_be_emptied(self, scene: Scene, case: str) -> None:
        visitor, url = scene.allowed("update", case), scene.resource.url(scene.row().id)
        visitor.patch(url, {case: scene.body("update", visitor)[case]}).must_be(200, "a change")
        answer = visitor.patch(url, {case: []}).must_be(200, "a list may be empty")
        answer.must_hold(answer.body[case] == [], f"no {case}")

    @each(_looked_for)
    def test_a_list_is_looked_into(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("create", case)
        body = scene.body("create", visitor)
        made = scene.create(visitor, body).must_be(201, "it is valid").body["id"]
        scene.create(visitor, scene.body("create", visitor)).must_be(201, "it is valid")
        for query in ({case: body[case][0]}, {f"{case}__in": body[case]}):
            _must_find(scene, visitor, made, query)


def _must_find(scene: Scene, maker: Visitor, row_id: str, query: dict[str, Any]) -> None:
    may_list = scene.resource.policy.list.admits(maker.caller)
    visitor = maker if may_list else scene.allowed("list")
    answer = visitor.get(scene.path("create", maker), **query).must_be(
        200, "the list offers this query"
    )
    found = [item["id"] for item in answer.body["items"]]
    answer.must_hold(found == [row_id], f"the row {row_id} alone")
