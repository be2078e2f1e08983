"""Lists below a row of another resource."""

from keel.access import Operation
from keel.testing.cases import each, where
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene


def _nested(resource: Resource) -> list[Operation]:
    below: list[Operation] = ["list", "create"]
    return [name for name in below if name in resource.endpoints] if resource.under else []


def _is_nested_list(resource: Resource) -> bool:
    return resource.under is not None and "list" in resource.endpoints


class NestingTests:
    """A list below a row has the rows that refer to this one, and new rows refer to it."""

    @each(_nested)
    def test_below_nothing_there_is_nothing(self, scene: Scene, case: Operation) -> None:
        visitor, path = scene.allowed(case), scene.resource.rows(NOWHERE)
        body = scene.body("create", visitor) if case == "create" else None
        answer = visitor.post(path, body) if case == "create" else visitor.get(path)
        answer.must_be(404, "no row has this id")

    @where(_is_nested_list)
    def test_a_list_has_only_what_is_below(self, scene: Scene) -> None:
        below, column = scene.row(), scene.resource.under
        assert column is not None, "rows stand below nothing"
        elsewhere = scene.row(**scene.value(column))
        visitor = scene.allowed("list")
        answer = visitor.get(scene.path("list", visitor)).must_be(200, "the row above is there")
        found = [item["id"] for item in answer.body["items"]]
        answer.must_hold(found == [str(below.id)], f"{below.id}, not {elsewhere.id}")
