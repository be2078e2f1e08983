"""What can happen to rows that are kept when they are deleted."""

from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import select

from keel.data.deletion.restore import restore
from keel.data.model import M
from keel.data.queries.pages import Page, PageQuery
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.problems import NotFound

C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)
D = TypeVar("D", bound=Output)


class SoftDeleteService(Service[M, C, U, R], Generic[M, C, U, R]):
    """Rows of a `SoftDeleted` model, which can be restored or purged once they are deleted.

    Who may do either sees which ones there are; for everybody else they do not exist. What went
    with another row is not among them: it comes back, or goes for good, with that one.
    """

    async def deleted(self, query: PageQuery, output: type[D]) -> Page[D]:
        """A page of deleted rows, the last deleted first. At most two statements.

        Args:
            query: Which page.
            output: The schema of what is answered.
        """
        model: Any = self.repository.model
        latest = (model.deleted_at.desc(), model.id.desc())
        rows, total = await self.repository.paged(query, self._deleted(), latest)
        items = await self._answers_as(output, rows)
        return Page(items=items, total=total, limit=query.limit, offset=query.offset)

    async def restore(self, row_id: UUID) -> R:
        """Bring a deleted row back, with those that went with it.

        Raises:
            NotFound: There is no such deleted row, or none that the caller may see.
            Forbidden: The caller may see it, but not restore it.
            Conflict: It refers to what is deleted, or something unique or a rule stands against it.
        """
        row = await self._deleted_row(row_id, "restore")
        await restore(row, self.repository.session)
        return await self.answer(row)

    async def purge(self, row_id: UUID) -> None:
        """Delete a deleted row for good.

        Raises:
            NotFound: There is no such deleted row, or none that the caller may see.
            Forbidden: The caller may see it, but not purge it.
        """
        await self.repository.purge(await self._deleted_row(row_id, "purge"))

    async def _deleted_row(self, row_id: UUID, operation: str) -> M:
        model: Any = self.repository.model
        found = select(model).where(model.id == row_id, *self._deleted()).with_for_update()
        row: M | None = (await self.repository.session.exec(found)).one_or_none()
        if row is None:
            raise NotFound
        await self.repository.check(row, operation)
        return row

    def _deleted(self) -> list[ColumnElement[bool]]:
        """Which rows are deleted, not with another, and for the caller to see."""
        model: Any = self.repository.model
        seen = self.repository.scope.condition(model, "deleted")
        return [model.deleted_at.is_not(None), model.deleted_with.is_(None), seen]
