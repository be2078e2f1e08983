"""The bounds of every field that a body may have, on both sides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from keel.access import Operation
from keel.testing.answers import Answer
from keel.testing.cases import each
from keel.testing.edges import Edge, accepted, refused
from keel.testing.fields import Field, fields_of
from keel.testing.fitting import has_room
from keel.testing.guarded import settable_fields
from keel.testing.resource import Resource
from keel.testing.scene import Scene


@dataclass(frozen=True, slots=True)
class _Try:
    operation: Operation
    edge: Edge

    def __str__(self) -> str:
        return f"{self.operation} with {self.edge}"

    def by_the_strongest(self, scene: Scene, *, fit: bool = False) -> Answer:
        """What comes of a valid body in which one field is at its edge.

        Args:
            scene: Where it is tried.
            fit: Whether other fields change with it as far as rules ask for that.
        """
        visitor = scene.allowed(self.operation, self.edge.field)
        changed = {self.edge.field: self.edge.value}
        if self.operation == "create":
            body = scene.body("create", visitor) | changed
            whole = scene.fitted(body, fixed=changed) if fit else body
            return scene.create(visitor, whole)
        row = scene.row()
        return visitor.patch(
            scene.resource.url(row.id), scene.change(row, changed) if fit else changed
        )


def _tries(edges: Callable[[Field], Iterator[Edge]]) -> Callable[[Resource], Iterator[_Try]]:
    def of(resource: Resource) -> Iterator[_Try]:
        for operation in ("create", "update"):
            for field in settable_fields(resource, operation):
                yield from (_Try(operation, edge) for edge in edges(field))

    return of


def _accepted(resource: Resource) -> Iterator[_Try]:
    """Tries at the bounds; what comes together with others is not null alone."""
    return (
        each
        for each in _tries(accepted)(resource)
        if not _is_alone(resource, each.edge) and _has_room(resource, each)
    )


def _has_room(resource: Resource, case: _Try) -> bool:
    """Whether what a field at its edge is compared with can be in order beside it."""
    schema = resource.body(case.operation)
    fields = {field.name: field for field in fields_of(schema)} if schema else {}
    return has_room(resource.model, case.edge.field, case.edge.value, fields)


def _alone(resource: Resource) -> Iterator[_Try]:
    return (each for each in _tries(accepted)(resource) if _is_alone(resource, each.edge))


def _is_alone(resource: Resource, edge: Edge) -> bool:
    return edge.value is None and len(resource.together(edge.field)) > 1


def _operations_with_a_body(resource: Resource) -> list[Operation]:
    return [name for name in ("create", "update") if resource.body(name)]


class BoundsTests:
    """At a bound a value is taken; one step past it, it is refused and the field named."""

    @each(_accepted)
    def test_a_value_at_its_bound_is_taken(self, scene: Scene, case: _Try) -> None:
        status = 201 if case.operation == "create" else 200
        answer = case.by_the_strongest(scene, fit=True)
        answer.must_be(status, f"{case.edge} is within the bounds")

    @each(_tries(refused))
    def test_a_value_past_its_bound_is_refused(self, scene: Scene, case: _Try) -> None:
        answer = case.by_the_strongest(scene).must_be(422, f"{case.edge} is out of bounds")
        answer.must_name(case.edge.field)

    @each(_alone)
    def test_what_comes_together_is_refused_alone(self, scene: Scene, case: _Try) -> None:
        group = scene.resource.together(case.edge.field)
        answer = case.by_the_strongest(scene).must_be(422, f"{group} come together")
        for name in group:
            answer.must_name(name)

    @each(_operations_with_a_body)
    def test_an_unknown_field_is_refused(self, scene: Scene, case: Operation) -> None:
        edge = Edge("no_such_field", 1, "which does not exist")
        answer = _Try(case, edge).by_the_strongest(scene).must_be(422, "no such field is declared")
        answer.must_name("no_such_field")
