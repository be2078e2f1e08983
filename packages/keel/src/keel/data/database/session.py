"""One transaction for each request, and one for an answer that outlasts it."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Annotated, TypeAlias

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import HTTPConnection

from keel.data.files.discarded import remove_discarded
from keel.dispatch import ALONE

if TYPE_CHECKING:
    from keel.data.database.engine import Database

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


async def transaction(connection: HTTPConnection) -> AsyncIterator[AsyncSession]:
    """The request's transaction: committed before the answer leaves, or rolled back."""
    database: Database = connection.app.state.database
    reading = connection.scope.get("method") in _SAFE_METHODS
    async with database.transaction(reading=reading) as session:
        session.info[ALONE] = connection.scope.get(ALONE, False)
        yield session
    await remove_discarded(session, connection.app.state)


async def snapshot(connection: HTTPConnection) -> AsyncIterator[AsyncSession]:
    """A transaction for an answer that is made while it is sent; it ends behind the answer."""
    database: Database = connection.app.state.database
    async with database.snapshot() as session:
        yield session


Session: TypeAlias = Annotated[AsyncSession, Depends(transaction, scope="function")]
"""The session of the request's transaction. Nobody calls `commit`; raise to undo everything."""

SnapshotSession: TypeAlias = Annotated[AsyncSession, Depends(snapshot, scope="request")]
"""The session of a transaction that sees the rows of one moment until the answer is sent.

Ask it nothing before the answer begins: the request's own transaction, which knows the caller, has
a connection until then, and a request that waits for a second one may wait for its like.
"""
