"""The app's database, reached past the API: to arrange rows, and to count what the API asks."""

from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import event
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.testclient import TestClient

from keel.data import Database, Model
from keel.data.files.folder import Folder

M = TypeVar("M", bound=SQLModel)
T = TypeVar("T")


class Store:
    """The database of an app that runs behind `client`."""

    def __init__(self, app: FastAPI, client: TestClient) -> None:
        self._app = app
        self._client = client

    @property
    def database(self) -> Database:
        """The database of the running app."""
        database: Database = self._app.state.database
        return database

    @property
    def files(self) -> Folder:
        """Where the running app keeps files."""
        files: Folder = self._app.state.files
        return files

    def run(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """What `work` returns, in one transaction on the app's event loop."""

        async def in_transaction() -> T:
            async with self.database.transaction() as session:
                return await work(session)

        if self._client.portal is None:
            raise RuntimeError("The app is not running: enter its TestClient first.")
        return self._client.portal.call(in_transaction)

    def save(self, *rows: SQLModel) -> None:
        """Store new rows, in their order."""

        async def add(session: AsyncSession) -> None:
            for row in rows:  # SQLAlchemy does not know which refers to which
                session.add(row)
                await session.flush()

        self.run(add)

    def change(self, row: Model, values: Mapping[str, Any]) -> None:
        """Set columns of a stored row."""

        async def update(session: AsyncSession) -> None:
            session.add(row)
            row.sqlmodel_update(dict(values))

        self.run(update)

    def remove(self, row: Model) -> None:
        """Delete a row."""

        async def delete(session: AsyncSession) -> None:
            await session.delete(row)

        self.run(delete)

    def all(self, model: type[M]) -> Sequence[M]:
        """Every row of a model."""

        async def rows(session: AsyncSession) -> Sequence[M]:
            return (await session.exec(select(model))).all()

        return self.run(rows)

    def find(self, model: type[M], row_id: UUID) -> M | None:
        """A row, if it is still there."""

        async def row(session: AsyncSession) -> M | None:
            return await session.get(model, row_id)

        return self.run(row)

    @contextmanager
    def statements(self) -> Generator[list[str]]:
        """The statements sent to the database while this lasts, as they are sent."""
        sent: list[str] = []

        def note(
            _conn: Any, _cursor: Any, statement: str, _given: Any, context: Any, *_: Any
        ) -> None:
            in_background = context and context.execution_options.get("background")
            if not in_background and not statement.startswith("BEGIN"):
                sent.append(statement)

        engine = self.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", note)
