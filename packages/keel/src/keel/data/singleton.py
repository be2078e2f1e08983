"""Singletons: rows of which each account has one, such as its settings."""

from typing import Any, Generic, Never, TypeVar

from sqlalchemy import inspect
from sqlmodel import col

from keel.data.database.savepoint import savepoint
from keel.data.model import Singleton
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.data.types.decimals import give_places
from keel.problems import Conflict

S = TypeVar("S", bound=Singleton)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)


class SingletonService(Service[S, Never, U, R], Generic[S, U, R]):
    """The one row that the caller has, reached without an id.

    Everybody has one from the beginning: as long as nothing is stored, it is what the model's
    defaults say. It is stored when it is first changed, so that reading stays reading.
    """

    async def read_own(self) -> R:
        """The caller's row. One statement."""
        return await self.answer(await self._stored() or self._default())

    async def update_own(self, body: U) -> R:
        """Change what the body says of the caller's row; what it leaves out stays.

        One statement more than `update` takes; three more when it is the first change.

        Raises:
            Conflict: What is stored already stands against the change.
            Invalid: It would refer to something that the caller cannot see.
        """
        row = await self._stored() or await self._made()
        return await self.update(row.id, body)

    async def _stored(self) -> S | None:
        of_caller = col(self.repository.model.owner_id) == self.caller_id
        found = await self.repository.session.exec(self.repository.reachable().where(of_caller))
        return found.one_or_none()

    def _default(self) -> S:
        row = self.repository.model(owner_id=self.caller_id)
        mapper: Any = inspect(self.repository.model)
        give_places(mapper, None, row)
        return row

    async def _made(self) -> S:
        """Store the caller's row; of two first changes at once, the second finds the first's."""
        row = self._default()
        try:
            async with savepoint(self.repository.session):
                await self.repository.add(row)
        except Conflict:
            return await self._stored() or row
        return row
