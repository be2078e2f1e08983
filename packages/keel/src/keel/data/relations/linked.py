"""The rows that rows are linked to, as far as one caller sees them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ColumnElement, delete, insert
from sqlmodel import col, select

from keel.data.model import Model, Pair
from keel.data.relations.pair import ends, member
from keel.data.repository import Repository
from keel.problems import FieldError


class Linked:
    """One kind of links, whose far ends are shown, set and looked for only where they are seen.

    Args:
        pair: The table of pairs.
        targets: The rows at the far end that the caller may reach.
    """

    def __init__(self, pair: type[Pair], targets: Repository[Any]) -> None:
        self.pair = pair
        self.member = member(pair)
        self.near, self.far = ends(pair)
        self._targets = targets
        self._session = targets.session
        self._seen = self.far.in_(targets.ids())

    async def ids(self, rows: Sequence[Model]) -> Mapping[UUID, Mapping[str, list[UUID]]]:
        """What each row is linked to, oldest first, as a member of its answer. One statement."""
        found: dict[UUID, list[UUID]] = defaultdict(list)
        pairs = select(self.near, self.far).where(self.near.in_([row.id for row in rows]))
        for near, far in await self._session.exec(pairs.where(self._seen).order_by(self.far)):
            found[near].append(far)
        return {row.id: {self.member: found[row.id]} for row in rows}

    async def unseen(self, ids: Sequence[UUID]) -> list[FieldError]:
        """What is wrong with the ids of a body: each that leads to nothing. One statement.

        Those that are found stay until the transaction ends.
        """
        model: Any = self._targets.model
        asked = self._targets.ids().where(col(model.id).in_(ids))
        held = asked.with_for_update(read=True, key_share=True)
        known = set(await self._session.exec(held)) if ids else set[UUID]()
        return [
            FieldError(f"body.{self.member}.{place}", "Refers to nothing that exists.")
            for place, row_id in enumerate(ids)
            if row_id not in known
        ]

    async def set(self, row: Model, ids: Collection[UUID]) -> bool:
        """Pair a row to these and no others; links that the caller does not see stay.

        At most three statements.

        Returns:
            Whether anything changed.
        """
        before = (await self.ids([row]))[row.id][self.member]
        lost = [far for far in before if far not in ids]
        new = [far for far in ids if far not in before]
        if lost:
            of_row = self.near == row.id
            await self._session.exec(delete(self.pair).where(of_row, self.far.in_(lost)))
        if new:
            pairs = [{self.near.name: row.id, self.far.name: far} for far in new]
            await self._session.exec(insert(self.pair).values(pairs))
        return bool(lost or new)

    def conditions(self, model: type[Model], query: BaseModel) -> Iterator[ColumnElement[bool]]:
        """What the filters of a query by these links ask of rows."""
        one: UUID | None = getattr(query, self.member, None)
        some: list[UUID] | None = getattr(query, f"{self.member}__in", None)
        for ids in ([one] if one else None, some):
            if ids is not None:
                pairs = select(self.near).where(self.far.in_(ids), self._seen)
                yield col(model.id).in_(pairs)
