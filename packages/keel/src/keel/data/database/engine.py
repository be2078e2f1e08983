"""The database: its engine, and how its connections are set up."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.data.database import postgres, sqlite
from keel.data.database.conflicts import problems_for_refusals

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def async_url(url: str) -> URL:
    """The address with the driver that keel speaks: aiosqlite or asyncpg.

    Raises:
        ValueError: It is the address of another kind of database.
    """
    parsed = make_url(url)
    kind = parsed.get_backend_name()
    if kind not in _DRIVERS:
        raise ValueError(f"DATABASE_URL names `{kind}`; keel speaks sqlite and postgresql.")
    return parsed.set(drivername=_DRIVERS[kind])


class Database:
    """A pool of connections, and the transactions that run on it.

    Attributes:
        info: What every session knows from its start, in its own `info`.

    Args:
        url: `sqlite:///file.db` or `postgresql://user:password@host/name`.
        pool_size: The most connections held at once.
        pool_wait_s: Seconds a transaction waits for one of them before it is `Unavailable`.
        statement_timeout_s: Seconds after which a statement is cancelled.
    """

    def __init__(
        self,
        url: str,
        *,
        pool_size: int = 10,
        pool_wait_s: float = 1.5,
        statement_timeout_s: float = 5.0,
    ) -> None:
        parsed = async_url(url)
        kind = sqlite if parsed.get_backend_name() == "sqlite" else postgres
        self.engine = kind.make_engine(
            parsed,
            pool_size=pool_size,
            pool_wait_s=pool_wait_s,
            statement_timeout_s=statement_timeout_s,
        )
        self.info: dict[str, Any] = {}
        self._reading = self.engine.execution_options(reading=True)
        self._snapshot = self._reading.execution_options(**kind.SNAPSHOT)

    @asynccontextmanager
    async def transaction(self, *, reading: bool = False) -> AsyncGenerator[AsyncSession]:
        """A session that commits at the end, or rolls back when anything is raised.

        A connection is taken at the first statement. In SQLite a transaction that is not
        `reading` waits its turn as a writer from the start, so that it cannot fail half-way.

        Raises:
            Conflict: What is stored already stands against a change.
            Invalid: A value does not fit its column, or refers to nothing.
            Unavailable: The database does not answer, or not in time.
        """
        async with self._session(self._reading if reading else self.engine) as session:
            yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncGenerator[AsyncSession]:
        """A session that only reads, and whose statements all see the rows of one moment.

        Raises:
            Unavailable: The database does not answer, or not in time.
        """
        async with self._session(self._snapshot) as session:
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    @asynccontextmanager
    async def _session(self, engine: AsyncEngine) -> AsyncGenerator[AsyncSession]:
        session = AsyncSession(engine, expire_on_commit=False, info=self.info)
        with problems_for_refusals():
            async with session:
                yield session
                await session.commit()
