"""Deleting rows, and what becomes of those that refer to them."""

from keel.data import SoftDeleted
from keel.testing.cases import where
from keel.testing.deleted import is_there
from keel.testing.references import model_of, on_delete_of, referring_to
from keel.testing.resource import Resource
from keel.testing.scene import Scene


def _is_gone_for_good(resource: Resource) -> bool:
    return "delete" in resource.endpoints and not issubclass(resource.model, SoftDeleted)


class DeleteTests:
    """What is deleted is gone, and nothing that refers to it is left dangling."""

    @where(_is_gone_for_good)
    def test_what_is_deleted_is_gone(self, scene: Scene) -> None:
        row = scene.row()
        answer = scene.send("delete", scene.allowed("delete"), row).must_be(204, "it is there")
        left = scene.store.find(scene.resource.model, row.id)
        answer.must_hold(left is None, "no row to be left in the database")

    @where(lambda resource: "delete" in resource.endpoints)
    def test_deleting_a_parent_does_what_its_children_say(self, scene: Scene) -> None:
        visitor = scene.allowed("delete")
        for column in referring_to(scene.resource.model):
            parent, on_delete = scene.row(), on_delete_of(column)
            child = scene.child(column, parent)
            answer = scene.send("delete", visitor, parent)
            said = f"{column} says ON DELETE {on_delete}"
            answer.must_be(409 if on_delete == "RESTRICT" else 204, said)
            left = scene.store.find(model_of(column), child.id)
            answer.must_hold(is_there(left) == (on_delete != "CASCADE"), said)
