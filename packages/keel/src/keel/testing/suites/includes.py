"""Rows around others, shown on demand."""

from collections.abc import Iterator
from dataclasses import dataclass

from keel.testing.answers import Answer
from keel.testing.cases import each, where
from keel.testing.resource import Resource
from keel.testing.scene import Scene


@dataclass(frozen=True, slots=True)
class _Ask:
    operation: str
    include: str

    def __str__(self) -> str:
        return f"{self.operation} including {self.include}"


def _asks(resource: Resource) -> Iterator[_Ask]:
    for operation, endpoint in resource.endpoints.items():
        yield from (_Ask(operation, name) for name in endpoint.includes)


def _listed(resource: Resource) -> tuple[str, ...]:
    endpoint = resource.endpoints.get("list")
    return endpoint.includes if endpoint and not resource.is_tenant else ()


class IncludeTests:
    """What is asked for is there, what is not is not, and many rows cost no more than one."""

    @each(_asks)
    def test_an_answer_includes(self, scene: Scene, case: _Ask) -> None:
        row, with_it = scene.row(), {"include": [case.include]}
        shown = _row(_ask(scene, case, row.id, **with_it), row.id)
        bare = _row(_ask(scene, case, row.id), row.id)
        assert case.include in shown, f"Asked for {case.include}, it came without: {shown}"
        others = {name: value for name, value in shown.items() if name != case.include}
        assert others == bare, f"Beside {case.include}, more than what it is without: {bare}"

    @each(_asks)
    def test_an_unknown_include_is_refused(self, scene: Scene, case: _Ask) -> None:
        row_id = scene.row().id
        answer = _ask(scene, case, row_id, include=[case.include, "no_such_thing"])
        answer.must_be(422, "nothing is called that").must_name("include")

    @where(_listed)
    def test_includes_of_many_rows_cost_what_those_of_one_do(self, scene: Scene) -> None:
        for _ in range(5):
            scene.row()
        few, many = (_statements(scene, limit) for limit in (1, 4))
        assert len(few) == len(many), "\n".join(["A page of four rows, not of one, takes:", *many])


def _ask(scene: Scene, ask: _Ask, row_id: object, **query: object) -> Answer:
    visitor = scene.allowed(ask.operation)
    is_list = ask.operation == "list"
    path = scene.path("list", visitor) if is_list else scene.resource.url(row_id)
    return visitor.get(path, **query)


def _row(answer: Answer, row_id: object) -> dict[str, object]:
    body = answer.must_be(200, "it can be asked for").body
    items = body.get("items", [body])
    found: dict[str, object] = next(item for item in items if item["id"] == str(row_id))
    return found


def _statements(scene: Scene, limit: int) -> list[str]:
    visitor, include = scene.allowed("list"), _listed(scene.resource)
    with scene.store.statements() as sent:
        answer = visitor.get(scene.path("list", visitor), limit=limit, include=include)
        answer.must_be(200, "a page with all that it can include")
    return sent
