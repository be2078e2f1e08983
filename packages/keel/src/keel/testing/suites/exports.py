"""Exports: the whole list in a file."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from pydantic_core import from_json

from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.kinds import Promise, promises
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.suites.walk import walk
from keel.testing.visitors import Visitor


def _formats(resource: Resource) -> tuple[str, ...]:
    return resource.exports


def _promises(resource: Resource) -> Iterator[Promise]:
    every = promises(resource.policy, owned=resource.owner_field is not None)
    return (one for one in every if one.operation == "list" and resource.exports)


class ExportTests:
    """A file has the rows of the list, for whom the list has them, at a cost that is bounded."""

    @each(_promises)
    def test_an_export_is_for_whom_the_list_is(self, scene: Scene, case: Promise) -> None:
        scene.row()
        visitor = scene.visitor(case.kind)
        expected = sorted(str(row.id) for row in scene.reached("list", visitor))
        answer = export(scene, visitor, scene.resource.exports[0])
        if case.is_allowed and not scene.finds("list", visitor):
            answer.must_be(404, "what its list stands below is hidden from this caller")
            return
        answer.must_be(case.status, case.because)
        if case.is_allowed:
            ids = sorted(row["id"] for row in _rows(answer))
            answer.must_hold(ids == expected, f"{expected}, because {case.because}")

    @each(_formats)
    def test_an_export_has_what_the_list_has(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("list")
        for _ in range(3):
            scene.full_row(visitor)
        page = visitor.get(scene.path("list", visitor)).must_be(200, "a list is exported")
        ids, _ = walk(visitor, page, "next")
        answer = export(scene, visitor, case).must_be(200, "the list may be seen")
        rows = _rows(answer)
        answer.must_hold([row["id"] for row in rows] == ids, f"the rows {ids} in this order")
        for row, item in zip(rows, page.body["items"], strict=False):
            shown = [name for name, cell in row.items() if cell or name in item]
            same = shown == list(item) if case == "csv" else row == item
            answer.must_hold(same, f"what the list says: {item}")

    @where(_formats)
    def test_an_export_has_no_pages(self, scene: Scene) -> None:
        answer = export(scene, scene.allowed("list"), scene.resource.exports[0], limit=1)
        answer.must_be(422, "a file is whole").must_name("limit")

    @where(_formats)
    def test_an_export_of_an_unknown_kind_is_refused(self, scene: Scene) -> None:
        export(scene, scene.allowed("list"), "exe").must_be(422, "there is no such format")

    @where(_formats)
    def test_an_export_of_more_rows_costs_no_more_statements(self, scene: Scene) -> None:
        visitor = scene.allowed("list")
        scene.row()
        few = _statements(scene, visitor)
        for _ in range(4):
            scene.row()
        many = _statements(scene, visitor)
        assert len(few) == len(many), "\n".join(["Five rows, not one, take:", *many])


def export(scene: Scene, visitor: Visitor, file_format: str, **query: Any) -> Answer:
    """What comes of asking for a file of the list."""
    return visitor.get(f"{scene.path('list', visitor)}/export.{file_format}", **query)


def _rows(answer: Answer) -> list[dict[str, Any]]:
    text = answer.response.text
    if answer.response.headers["content-type"].startswith("text/csv"):
        return list(csv.DictReader(StringIO(text, newline=""), strict=True))
    return [from_json(line) for line in text.split("\n") if line]


def _statements(scene: Scene, visitor: Visitor) -> list[str]:
    with scene.store.statements() as sent:
        answer = export(scene, visitor, scene.resource.exports[0])
        answer.must_be(200, "the list may be seen")
    return sent
