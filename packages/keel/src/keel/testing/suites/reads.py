"""Reading one row, and ids that lead nowhere."""

from keel.access import Operation
from keel.testing.cases import each, where
from keel.testing.references import NOWHERE
from keel.testing.resource import Resource
from keel.testing.scene import Scene


def _on_one_row(resource: Resource) -> list[Operation]:
    return [name for name in ("read", "update", "delete") if name in resource.endpoints]


class ReadTests:
    """One row is found by its id, and by nothing else."""

    @where(lambda resource: "read" in resource.endpoints)
    def test_a_row_is_read_as_it_is_stored(self, scene: Scene) -> None:
        row = scene.row()
        answer = scene.send("read", scene.allowed("read"), row).must_be(200, "the row is there")
        answer.must_hold(answer.body["id"] == str(row.id), f"the row with the id {row.id}")

    @each(_on_one_row)
    def test_an_unknown_id_is_not_found(self, scene: Scene, case: Operation) -> None:
        visitor, row = scene.allowed(case), scene.row()
        row.id = NOWHERE
        scene.send(case, visitor, row).must_be(404, "no row has this id")

    @each(_on_one_row)
    def test_what_is_no_id_is_refused(self, scene: Scene, case: Operation) -> None:
        visitor, row = scene.allowed(case), scene.row()
        row.id = "none"
        scene.send(case, visitor, row).must_be(422, "this is no UUID")
