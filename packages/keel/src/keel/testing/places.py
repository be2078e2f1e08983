"""Places: the rows that a scene's rows hang under, and who is what in them."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from keel.access import Belonging, Membership
from keel.access.paths import columns_of, table_of
from keel.access.tenancy import take_in
from keel.data import Model
from keel.testing.callers import Callers
from keel.testing.reach import Reach
from keel.testing.references import parents_of
from keel.testing.resource import Resource
from keel.testing.rows import Rows
from keel.testing.standings import Kind, Standing, grants_under, standings
from keel.testing.store import Store
from keel.testing.visitors import Visitor


class Places:
    """Makes what rows of a resource hang under, as far as its policy looks there."""

    def __init__(self, resource: Resource, callers: Callers, rows: Rows) -> None:
        self.resource = resource
        self._callers = callers
        self._rows = rows
        self._grants = grants_under(resource.policy)
        self._standings = standings(resource.policy, owned=resource.owner_field is not None)

    @property
    def columns(self) -> frozenset[str]:
        """The columns of a row by which it hangs under what the policy looks at."""
        return frozenset(columns_of(grant.path)[0] for grant in self._grants if grant.path)

    def visitor(self, kind: Kind) -> Visitor:
        """A caller of a kind."""
        if kind in {"unknown", "owner", "stranger"}:
            known: Visitor = getattr(self._callers, kind)
            return known
        standing = self._standings[kind]
        if standing.grants or standing.caller.permissions:
            return self._callers.known_as(kind, standing.caller.permissions)
        return self._callers.of_role(kind)

    def standing(self, visitor: Visitor) -> Standing:
        """What a caller is to the rows."""
        kinds = self._standings.items()
        same = (each for kind, each in kinds if self.visitor(kind).caller == visitor.caller)
        return next(same, Standing(visitor.caller))

    def make(self) -> dict[str, Any]:
        """New rows to hang under: the ids that a row refers to, by column."""
        return self._make(self.resource.model, "", {grant.path for grant in self._grants} - {""})

    def enroll(self, row: Any) -> None:
        """Make the members of where a row hangs, or will, whom the policy tells apart."""
        belongings = [
            (self.visitor(kind), grant)
            for kind, standing in self._standings.items()
            for grant in standing.grants
            if isinstance(grant, Belonging)
        ]
        enlist(self._rows.store, belongings, self.resource.model, row)

    def enroll_in(self, body: dict[str, Any]) -> None:
        """Make the members of where a row of this body would hang."""
        self.enroll(SimpleNamespace(id=None, **body))

    def dismiss(self, visitor: Visitor) -> None:
        """Let a visitor be a member of nothing any more."""
        for model in {grant.members for grant in self._grants if isinstance(grant, Belonging)}:
            for row in self._rows.store.all(model):
                if visitor.id in dict(row).values():
                    self._rows.store.remove(row)

    def _make(self, model: type[Model], prefix: str, paths: set[str]) -> dict[str, Any]:
        above = parents_of(model)
        made: dict[str, Any] = {}
        for step in sorted({path.removeprefix(prefix).split(".")[0] for path in paths}):
            (column,) = columns_of(step)
            further = {path for path in paths if path.startswith(f"{prefix}{step}.")}
            values = self._make(above[column], f"{prefix}{step}.", further)
            owner = self._owner_of(f"{prefix}{step}")
            made[column] = self._rows.make(above[column], owner.caller.id, **values).id
        return made

    def _owner_of(self, path: str) -> Visitor:
        kind = f"owner of {path}"
        return self.visitor(kind if kind in self._standings else "owner")


def enlist(
    store: Store, belongings: Iterable[tuple[Visitor, Belonging]], model: type[Model], row: Any
) -> None:
    """Make visitors members in the roles of grants, unless they are members already."""
    reach = Reach(store)
    enlisted: dict[tuple[Any, ...], Model] = {}
    for visitor, grant in belongings:
        place, end = reach.end(grant.path, model, row)
        known = (grant.members, end.id, visitor.id)
        anything = Belonging(grant.members, grant.path)
        if end.id is None or known in enlisted:
            continue
        if not reach.grants(anything, visitor.caller, model, row):
            membership = Membership.of(grant.members, table_of(place))
            enlisted[known] = membership.row(end.id, visitor.id, grant.least)
            take_in(enlisted[known], visitor.caller)
    if enlisted:
        store.save(*enlisted.values())
