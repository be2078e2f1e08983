"""Planting: believable rows made through an app's own API, parents before children."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from keel.access import Rule
from keel.data import Model
from keel.testing.fields import Field, fields_of
from keel.testing.fitting import fitted
from keel.testing.linked import targets
from keel.testing.reach import Reach
from keel.testing.references import references
from keel.testing.resource import Resource
from keel.testing.samples import Samples
from keel.testing.store import Store
from keel.testing.visitors import Visitor

CREATED, CONFLICT = 201, 409
_FEW = 3


class RefusedSample(Exception):  # noqa: N818 - what it is, not that it is one
    """The API refuses what its own schemas allow; the message tells the whole story."""


@dataclass(slots=True)
class Plantation:
    """Rows made so far, for those that refer to them.

    Attributes:
        people: Who makes rows, in turn.
        resources: What the app offers, by table name.
        user: The model of accounts, if there is one; `people` are its rows.
        store: Where the rows are.
    """

    people: Sequence[Visitor]
    resources: Mapping[str, Resource]
    samples: Samples
    user: type[Model] | None
    store: Store

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
        planted = 0
        for turn in range(number if able else 0):
            person = able[turn % len(able)]
            body = self._body(resource, person)
            if body is None:
                continue
            parent = body.pop(resource.under) if resource.under else None
            answer = person.post(resource.rows(parent), body)
            if answer.status == CREATED:
                planted += 1
            elif answer.status != CONFLICT:
                raise RefusedSample(answer.story("201, because the body follows the schema"))
        return planted

    def _body(self, resource: Resource, person: Visitor) -> dict[str, Any] | None:
        """A body, and what it stands below; none when this person cannot refer to what it needs."""
        schema = resource.body("create")
        sample = self.samples.body(schema, resource.noun) if schema else {}
        fields = {each.name: each for each in fields_of(schema)} if schema else {}
        body = fitted(resource.model, sample, fields)
        required = {name for name, each in fields.items() if each.required}
        if resource.under:
            body[resource.under] = None
            required.add(resource.under)
        reach = Reach(self.store)
        for column, parent in references(resource.model).items():
            if column.name in body:
                ids = self._visible(parent, person, reach)
                if column.name in resource.policy.create.columns:
                    ids = [
                        row_id
                        for row_id in ids
                        if _may_create(resource, person, body | {column.name: row_id}, reach)
                    ]
                body[column.name] = self.samples.random.choice(ids) if ids else None
        for name, target in targets(resource.model).items():
            if name in body:
                body[name] = self._some(self._visible(target, person, reach), fields[name])
        if any(body[name] is None for name in required):
            return None
        return {
            name: value
            for name, value in body.items()
            if value is not None and _may_set(name, resource, person, body, reach)
        }

    def _visible(self, model: type[Model], person: Visitor, reach: Reach) -> list[UUID]:
        resource = self.resources.get(str(model.__tablename__))
        if resource is None:
            return []
        read = resource.policy.read
        rows = reach.rows(model).items()
        return sorted(
            row_id for row_id, row in rows if reach.holds(read, person.caller, model, row)
        )

    def _some(self, ids: Sequence[UUID], of: Field) -> list[UUID] | None:
        number = min(len(ids), of.longest or _FEW, max(of.shortest or 0, _FEW))
        return self.samples.random.sample(ids, number) if number >= (of.shortest or 0) else None


def _may_create(resource: Resource, person: Visitor, body: Mapping[str, Any], reach: Reach) -> bool:
    return _holds(resource.policy.create, resource, person, body, reach)


def _may_set(
    field: str, resource: Resource, person: Visitor, body: Mapping[str, Any], reach: Reach
) -> bool:
    rules = resource.policy.fields.get(field)
    return rules is None or _holds(rules.write, resource, person, body, reach)


def _holds(
    rule: Rule, resource: Resource, person: Visitor, body: Mapping[str, Any], reach: Reach
) -> bool:
    """Whether a rule admits a person to the row that they would make of a body."""
    owner_field = resource.owner_field
    row = SimpleNamespace(
        id=None, **body, **({owner_field: person.caller.id} if owner_field else {})
    )
    return reach.holds(rule, person.caller, resource.model, row)
