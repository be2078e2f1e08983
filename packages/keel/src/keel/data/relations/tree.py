"""Trees: rows that stand below others of their kind."""

from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, literal
from sqlmodel import func, select

from keel.data.model import M
from keel.data.schemas import Input, Output
from keel.data.service import Service
from keel.problems import FieldError, Invalid, NotFound

C = TypeVar("C", bound=Input)
U = TypeVar("U", bound=Input)
R = TypeVar("R", bound=Output)

MOST_ROWS = 1_000


class TreeService(Service[M, C, U, R], Generic[M, C, U, R]):
    """Rows of a tree, whose repository says by `tree` which reference leads up.

    A row that the caller does not see hides what hangs on it.
    """

    async def ancestors(self, row_id: UUID) -> list[R]:
        """What is above a row, its root first. One statement.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
        """
        model: Any = self.repository.model
        seen = self.repository.condition("read")
        walk = self._from(row_id)
        step = select(model.id, self._up, walk.c.level + 1).where(
            model.id == walk.c.above, walk.c.level < MOST_ROWS - 1, seen
        )
        *above, _ = await self._walked(walk.union_all(step), highest_first=True)
        return await self.answers(above)

    async def subtree(self, row_id: UUID, depth: int) -> list[R]:
        """A row and what is below it, level by level, 1,000 rows at most. One statement.

        Args:
            row_id: The row.
            depth: How many levels below it.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
        """
        model: Any = self.repository.model
        seen = self.repository.condition("list")
        walk = self._from(row_id)
        step = select(model.id, self._up, walk.c.level + 1).where(
            self._up == walk.c.id, walk.c.level < depth, seen
        )
        return await self.answers(await self._walked(walk.union_all(step)))

    async def update(self, row_id: UUID, body: U) -> R:
        """Change what the body says; what it leaves out stays.

        Raises:
            NotFound: There is no such row, or none that the caller may see.
            Forbidden: The caller may see it, but not change it.
            Invalid: It would refer to something that the caller cannot see, or stand below itself.
        """
        above = body.model_dump(exclude_unset=True).get(self.repository.tree)
        if above is not None:
            await self.repository.check(await self.repository.get(row_id), "update")
            await self._refuse_circle(row_id, above)
        return await super().update(row_id, body)

    async def _refuse_circle(self, row_id: UUID, above: UUID) -> None:
        """Refuse to hang a row on one that is below it.

        Rows of one tree are moved one after the other, so that two moves at once cannot close a
        circle which neither makes alone: SQLite has one writer, Postgres a lock that lasts until
        the transaction ends.
        """
        session = self.repository.session
        model: Any = self.repository.model
        if session.get_bind().dialect.name == "postgresql":
            names = ("keel.tree", model.__tablename__)
            lock = func.pg_advisory_xact_lock(*(func.hashtext(name) for name in names))
            await session.exec(select(lock))
        identity: Any = model.id
        start = select(identity.label("id"), self._up.label("above"))
        path = start.where(identity == above).cte("path", recursive=True)
        path = path.union(select(identity, self._up).where(identity == path.c.above))
        circle = select(path.c.id).where(path.c.id == row_id)
        if (await session.exec(circle)).first() is not None:
            member = f"body.{self.repository.tree}"
            raise Invalid(errors=[FieldError(member, "It would stand below itself.")])

    @property
    def _up(self) -> ColumnElement[Any]:
        column: ColumnElement[Any] = getattr(self.repository.model, self.repository.tree)
        return column

    def _from(self, row_id: UUID) -> CTE:
        model: Any = self.repository.model
        start = select(
            model.id.label("id"), self._up.label("above"), literal(0).label("level")
        ).where(model.id == row_id, self.repository.condition("read"))
        return start.cte("walk", recursive=True)

    async def _walked(self, walk: CTE, *, highest_first: bool = False) -> list[M]:
        model: Any = self.repository.model
        level = walk.c.level.desc() if highest_first else walk.c.level
        rows = select(model).join(walk, model.id == walk.c.id).order_by(level, model.id)
        found = (await self.repository.session.exec(rows.limit(MOST_ROWS))).all()
        if not found:
            raise NotFound
        return list(found)
