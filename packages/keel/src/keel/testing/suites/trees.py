"""Trees: what is below a row and above it, and that none is below itself."""

from typing import Any

from keel.testing.answers import Answer
from keel.testing.cases import where
from keel.testing.guarded import settable_fields
from keel.testing.resource import Resource
from keel.testing.scene import Scene


def _is_tree(resource: Resource) -> bool:
    return bool(resource.tree) and "read" in resource.endpoints


def _is_listed_tree(resource: Resource) -> bool:
    return _is_tree(resource) and "list" in resource.endpoints


def _can_be_moved(resource: Resource) -> bool:
    settable = (field.name for field in settable_fields(resource, "update"))
    return bool(resource.tree) and resource.tree in settable


class TreeTests:
    """A tree is walked up and down, a statement at a time, and stays one."""

    @where(_is_listed_tree)
    def test_children_are_right_below(self, scene: Scene) -> None:
        root, child, _ = _line(scene, 3)
        answer = _around(scene, root, "children")
        _must_show(answer, answer.body["items"], [child])

    @where(_is_listed_tree)
    def test_a_subtree_is_a_row_and_all_below(self, scene: Scene) -> None:
        root, child, grandchild = _line(scene, 3)
        _walk(scene, root, "subtree", [root, child, grandchild])
        _walk(scene, root, "subtree", [root, child], depth=1)

    @where(_is_tree)
    def test_ancestors_are_above_with_the_root_first(self, scene: Scene) -> None:
        root, child, grandchild = _line(scene, 3)
        _walk(scene, grandchild, "ancestors", [root, child])

    @where(_is_listed_tree)
    def test_a_deeper_tree_costs_no_more_statements(self, scene: Scene) -> None:
        root, *_ = _line(scene, 5)
        few, many = (_statements(scene, root, depth) for depth in (1, 4))
        assert len(few) == len(many), "\n".join(["Four levels, not one, take:", *many])

    @where(_can_be_moved)
    def test_no_row_is_below_itself(self, scene: Scene) -> None:
        root, child, grandchild = _line(scene, 3)
        tree = scene.resource.tree
        visitor = scene.allowed("update", tree)
        for below in (root, child, grandchild):
            answer = visitor.patch(scene.resource.url(root.id), {tree: below.id})
            answer.must_be(422, "it would stand below itself").must_name(tree)


def _line(scene: Scene, length: int) -> list[Any]:
    """Rows of which each is below the one before."""
    rows = [scene.row(**{scene.resource.tree: None})]
    while len(rows) < length:
        rows.append(scene.row(**{scene.resource.tree: rows[-1].id}))
    return rows


def _around(scene: Scene, row: Any, which: str, **query: Any) -> Answer:
    visitor = scene.allowed("read") if which == "ancestors" else scene.allowed("list", also="read")
    answer = visitor.get(f"{scene.resource.url(row.id)}/{which}", **query)
    return answer.must_be(200, "the row is there")


def _walk(scene: Scene, row: Any, which: str, rows: list[Any], **query: Any) -> None:
    answer = _around(scene, row, which, **query)
    _must_show(answer, answer.body, rows)


def _must_show(answer: Answer, shown: list[Any], rows: list[Any]) -> None:
    ids = [str(row.id) for row in rows]
    answer.must_hold([each["id"] for each in shown] == ids, f"{ids} in this order")


def _statements(scene: Scene, row: Any, depth: int) -> list[str]:
    visitor, url = scene.allowed("list", also="read"), f"{scene.resource.url(row.id)}/subtree"
    with scene.store.statements() as sent:
        visitor.get(url, depth=depth).must_be(200, "the row is there")
    return sent
