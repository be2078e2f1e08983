"""Planting: believable rows made through an app's own API, parents before children."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any
from uuid import UUID

from keel.data import Model
from keel.testing.fields import Field, fields_of
from keel.testing.fitting import fitted
from keel.testing.kinds import reaches
from keel.testing.linked import targets
from keel.testing.references import references
from keel.testing.resource import Resource
from keel.testing.samples import Samples
from keel.testing.visitors import Visitor

CREATED, CONFLICT = 201, 409
_FEW = 3


class RefusedSample(Exception):  # noqa: N818 - what it is, not that it is one
    """The API refuses what its own schemas allow; the message tells the whole story."""


@dataclass(frozen=True, slots=True)
class _Planted:
    row_id: UUID
    owner_id: UUID | None


@dataclass(slots=True)
class Plantation:
    """Rows made so far, for those that refer to them.

    Attributes:
        people: Who makes rows, in turn.
        resources: What the app offers, by table name.
        user: The model of accounts, if there is one; `people` are its rows.
    """

    people: Sequence[Visitor]
    resources: Mapping[str, Resource]
    samples: Samples
    user: type[Model] | None
    _rows: dict[type[Model], list[_Planted]] = field(
        init=False, default_factory=dict[type[Model], list[_Planted]]
    )

    def __post_init__(self) -> None:
        if self.user is not None:
            self._rows[self.user] = [_Planted(each.id, each.id) for each in self.people]

    def plant(self, number: int) -> dict[str, int]:
        """Make `number` rows of each resource, fewer where rows must differ and samples do not.

        Returns:
            How many rows were made, by the path of their resource.

        Raises:
            RefusedSample: The API refuses a row for another reason.
        """
        return {resource.path: self._plant(resource, number) for resource in self._in_order()}

    def _in_order(self) -> Iterator[Resource]:
        for name in self._names():
            found = self.resources.get(name)
            if found and "create" in found.endpoints and found.model is not self.user:
                yield found

    def _names(self) -> Iterable[str]:
        """Names of tables, parents first; where that is a circle, at least required parents."""
        try:
            return tuple(self._sorter(required_only=False).static_order())
        except CycleError:
            return self._sorter(required_only=True).static_order()

    def _sorter(self, *, required_only: bool) -> TopologicalSorter[str]:
        graph = TopologicalSorter[str]()
        for name, resource in self.resources.items():
            parents = {
                str(parent.__tablename__)
                for column, parent in references(resource.model).items()
                if not (required_only and column.nullable)
            }
            lists = targets(resource.model).values()
            parents |= set() if required_only else {str(each.__tablename__) for each in lists}
            graph.add(name, *(parents - {name}))
        return graph

    def _plant(self, resource: Resource, number: int) -> int:
        able = [each for each in self.people if resource.policy.create.admits(each.caller)]
        planted = self._rows.setdefault(resource.model, [])
        for turn in range(number if able else 0):
            person = able[turn % len(able)]
            body = self._body(resource, person)
            if body is None:
                continue
            parent = self._parent(resource, person)
            if resource.under and parent is None:
                continue
            answer = person.post(resource.rows(parent), body)
            if answer.status == CREATED:
                planted.append(_Planted(UUID(answer.body["id"]), person.caller.id))
            elif answer.status != CONFLICT:
                raise RefusedSample(answer.story("201, because the body follows the schema"))
        return len(planted)

    def _parent(self, resource: Resource, person: Visitor) -> UUID | None:
        """A row below which this person can make one, where rows stand below others."""
        known = references(resource.model).items()
        above = next((model for column, model in known if column.name == resource.under), None)
        return self._choose(self._visible(above, person)) if above else None

    def _body(self, resource: Resource, person: Visitor) -> dict[str, Any] | None:
        """A body; none when it needs a reference to something that this person cannot see."""
        schema = resource.body("create")
        if schema is None:
            return {}
        body = fitted(resource.model, self.samples.body(schema, resource.noun))
        fields = {each.name: each for each in fields_of(schema)}
        required = {name for name, each in fields.items() if each.required}
        for column, parent in references(resource.model).items():
            if column.name in body:
                body[column.name] = self._choose(self._visible(parent, person))
        for name, target in targets(resource.model).items():
            if name in body:
                body[name] = self._some(self._visible(target, person), fields[name])
        return None if any(body[name] is None for name in required) else body

    def _visible(self, model: type[Model], person: Visitor) -> Iterable[UUID]:
        resource = self.resources.get(str(model.__tablename__))
        for row in self._rows.get(model, ()):
            if resource and reaches(resource.policy.read, person.caller, row.owner_id):
                yield row.row_id

    def _some(self, ids: Iterable[UUID], of: Field) -> list[UUID] | None:
        known = list(ids)
        number = min(len(known), of.longest or _FEW, max(of.shortest or 0, _FEW))
        return self.samples.random.sample(known, number) if number >= (of.shortest or 0) else None

    def _choose(self, ids: Iterable[UUID]) -> UUID | None:
        known = list(ids)
        return self.samples.random.choice(known) if known else None
