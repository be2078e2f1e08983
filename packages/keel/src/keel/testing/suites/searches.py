"""Finding rows by words."""

from typing import Any

from keel.data.searching.words import words_of, words_sought
from keel.testing.cases import each
from keel.testing.kinds import Promise, promises
from keel.testing.resource import Resource
from keel.testing.scene import Scene
from keel.testing.suites.finds import listed

_TEXTS = (
    '"',
    "'",
    "*",
    "%",
    "\\",
    "-",
    "(",
    ":",
    "OR",
    "NEAR(a b)",
    "a* OR b",
    "a:b",
    "!a & b:*",
    "é",
)


def _fields(resource: Resource) -> tuple[str, ...]:
    return tuple(resource.searched.weights) if resource.searched else ()


def _texts(resource: Resource) -> tuple[str, ...]:
    return _TEXTS if resource.searched else ()


def _listers(resource: Resource) -> list[Promise]:
    found = promises(resource.policy, owned=resource.owner_field is not None)
    lists = [case for case in found if case.operation == "list" and case.is_allowed]
    return lists if resource.searched else []


class SearchTests:
    """A search finds the rows that have every word, those first in which they weigh most."""

    @each(_fields)
    def test_a_search_looks_in(self, scene: Scene, case: str) -> None:
        visitor = scene.allowed("list")
        rows = [scene.full_row(visitor) for _ in range(3)]
        first, *_, last = [word for row in rows for word in words_of(getattr(row, case) or "")]
        for text in (first.upper(), first[:1], f"{first} {last}"):
            _must_find(scene, text)

    @each(_texts)
    def test_a_search_knows_no_operators(self, scene: Scene, case: str) -> None:
        scene.row()
        _must_find(scene, case)

    @each(_listers)
    def test_a_search_shows_no_more_than_the_list(self, scene: Scene, case: Promise) -> None:
        visitor, row = scene.visitor(case.kind), scene.row()
        text = _words(scene.resource, row)[0]
        reached = scene.reached("list", visitor)
        expected = {str(each.id) for each in reached if _weight(scene.resource, each, text)}
        if scene.finds("list", visitor):
            answer = visitor.get(scene.path("list", visitor), q=text).must_be(200, case.because)
            shown = {item["id"] for item in answer.body["items"]}
            answer.must_hold(shown == expected, f"the rows {expected}, not {shown}")


def _words(resource: Resource, row: Any) -> list[str]:
    fields = resource.searched.weights if resource.searched else ()
    return [word for name in fields for word in words_of(getattr(row, name) or "")]


def _must_find(scene: Scene, text: str) -> None:
    """Show the rows that have each word of a text, and no other, in the order of relevance."""
    rows = scene.reached("list", scene.allowed("list"))
    weights = {row.id: _weight(scene.resource, row, text) for row in rows}
    found = sorted((weight, row_id) for row_id, weight in weights.items() if weight)
    ids = [str(row_id) for _, row_id in reversed(found)]
    shown, last = listed(scene, {"q": text, "sort": "relevance"})
    last.must_hold(shown == ids, f"for {text!r} the rows {ids} in this order, not {shown}")


def _weight(resource: Resource, row: Any, text: str) -> int:
    """What the words of a text weigh in a row; 0 where one of them is missing."""
    fields = resource.searched.weights if resource.searched else dict[str, int]()
    kept = {name: set(words_of(getattr(row, name) or "")) for name in fields}
    weights = [
        sum(fields[name] for name in fields if any(has.startswith(word) for has in kept[name]))
        for word in words_sought(text)
    ]
    return sum(weights) if weights and all(weights) else 0
