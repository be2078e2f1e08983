"""A statement by itself: on a connection of the pool, with no transaction around it.

A read gains nothing from BEGIN and ROLLBACK, which cost a round trip each, nor from the layers that
SQLAlchemy needs to drive an asynchronous driver from synchronous code.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy.util import greenlet_spawn

from keel.data.database.conflicts import problem_of_driver
from keel.data.database.refusal import unavailable

if TYPE_CHECKING:
    from sqlalchemy import Pool
    from sqlalchemy.ext.asyncio import AsyncEngine
    from sqlmodel.ext.asyncio.session import AsyncSession

Rows = Sequence[Sequence[Any]]


async def fetch(session: "AsyncSession", sql: str, values: Sequence[Any]) -> Rows:
    """The rows that a statement finds or makes.

    It runs inside the session's transaction where that has begun, and so sees what it did.

    Args:
        session: Whose database it is.
        sql: The statement as the driver takes it.
        values: Its parameters, in their order.

    Raises:
        Problem: The database refuses, or does not answer in time.
    """
    engine = cast("AsyncEngine", session.bind).sync_engine
    if engine.dispatch.before_cursor_execute:
        # Who listens to an engine hears of every statement: they go its way then.
        connection = await session.connection()
        result = await connection.exec_driver_sql(sql, tuple(values))
        return result.all() if result.returns_rows else ()
    if session.in_transaction():
        raw = await (await session.connection()).get_raw_connection()
        return await _run(raw.driver_connection, sql, values)
    return await _fetch_from(engine.pool, sql, values)


async def _fetch_from(pool: "Pool", sql: str, values: Sequence[Any]) -> Rows:
    connection = await greenlet_spawn(pool.connect)
    is_sound = False
    try:
        rows = await _run(connection.driver_connection, sql, values)
        is_sound = True
        return rows
    finally:
        if not (is_sound or _is_idle(connection.driver_connection)):
            connection.invalidate()  # who left half-way is asked nothing more
        await greenlet_spawn(connection.close)


def _is_idle(driver: Any) -> bool:
    return hasattr(driver, "is_closed") and not driver.is_closed()


async def _run(driver: Any, sql: str, values: Sequence[Any]) -> Rows:
    try:
        if hasattr(driver, "execute_fetchall"):
            rows: Rows = await driver.execute_fetchall(sql, values)
        else:
            rows = await driver.fetch(sql, *values)
    except TimeoutError as error:
        driver.terminate()
        raise unavailable("It says nothing.") from error
    except Exception as error:
        problem = problem_of_driver(error, sql)
        if problem is None:
            raise
        raise problem from error
    return rows
