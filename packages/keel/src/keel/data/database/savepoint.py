"""Part of a transaction that can be undone alone."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.database.conflicts import problems_for_refusals


@asynccontextmanager
async def savepoint(session: AsyncSession) -> AsyncGenerator[None]:
    """Keep what is done inside if nothing is raised, and undo nothing else if something is.

    Two statements. On SQLite a savepoint needs a transaction that was begun, which its driver by
    itself would not do; `sqlite.py` sends the `BEGIN`.

    Raises:
        Conflict: What is stored already stands against a change.
        Invalid: A value does not fit its column, or refers to nothing.
        Unavailable: The database does not answer, or not in time.
    """
    with problems_for_refusals():
        async with session.begin_nested():
            yield
