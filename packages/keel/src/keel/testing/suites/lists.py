"""Pages of a list: walking them, their bounds, their cost."""

from keel.testing.cases import each, where
from keel.testing.edges import Edge, refused
from keel.testing.fields import fields_of
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.suites.walk import walk
from keel.testing.visitors import Visitor

_PAGING = {"limit", "offset", "cursor"}


def _is_listed(resource: Resource) -> bool:
    return "list" in resource.endpoints


def _is_long(resource: Resource) -> bool:
    """Whether a caller can have more than one row: of tenants, everybody has one."""
    return _is_listed(resource) and not resource.is_tenant


def _bad_queries(resource: Resource) -> list[Edge]:
    endpoint = resource.endpoints.get("list")
    if endpoint is None or endpoint.query is None:
        return []
    fields = fields_of(endpoint.query)
    wrong = [Edge("no_such_parameter", "1", "does not exist"), Edge("cursor", "AAAA", "is forged")]
    past = [edge for field in fields for edge in refused(field) if field.name in _PAGING]
    return [edge for edge in (*wrong, *past) if isinstance(edge.value, int | str)]


class ListTests:
    """A list comes in pages, each row once, at a cost that does not grow with the rows."""

    @where(_is_listed)
    def test_pages_are_walked_by_their_links(self, scene: Scene) -> None:
        visitor = scene.allowed("list")
        for _ in range(5):
            scene.row()
        expected = [str(row.id) for row in scene.reached("list", visitor)]
        first = visitor.get(scene.path("list", visitor), limit=2).must_be(200, "a page of two")
        forth, last = walk(visitor, first, "next")
        last.must_hold(sorted(forth) == expected, f"each of {expected} once by `next`")
        back, first = walk(visitor, last, "prev")
        first.must_hold(sorted(back) == expected, f"each of {expected} once by `prev`")

    @each(_bad_queries)
    def test_a_bad_page_is_refused(self, scene: Scene, case: Edge) -> None:
        visitor = scene.allowed("list")
        answer = visitor.get(scene.path("list", visitor), **{case.field: case.value})
        answer.must_be(422, str(case))

    @where(_is_long)
    def test_a_fuller_page_costs_no_more_statements(self, scene: Scene) -> None:
        visitor = scene.allowed("list")
        for _ in range(5):
            scene.row()
        few, many = (_statements(scene, visitor, limit=limit) for limit in (1, 4))
        assert len(few) == len(many), "\n".join(["A page of four rows, not of one, takes:", *many])


def _statements(scene: Scene, visitor: Visitor, limit: int) -> list[str]:
    with scene.store.statements() as sent:
        visitor.get(scene.path("list", visitor), limit=limit).must_be(200, "a page of this size")
    return sent
