"""One transaction for each request."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Annotated, TypeAlias

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import HTTPConnection

if TYPE_CHECKING:
    from keel.data.engine import Database

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


async def transaction(connection: HTTPConnection) -> AsyncIterator[AsyncSession]:
    """The request's transaction: committed before the answer leaves, or rolled back."""
    database: Database = connection.app.state.database
    reading = connection.scope.get("method") in _SAFE_METHODS
    async with database.transaction(reading=reading) as session:
        yield session


Session: TypeAlias = Annotated[AsyncSession, Depends(transaction, scope="function")]
"""The session of the request's transaction. Nobody calls `commit`; raise to undo everything."""
