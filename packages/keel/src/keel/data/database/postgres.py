"""Postgres: how its connections are set up, and what its errors mean."""

from importlib import import_module
from typing import Any

from sqlalchemy import URL, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from keel.data.database.refusal import Kind, Refusal, refusal_by, unavailable

_CONNECT_TIMEOUT_S = 2.0
_SERVER_SHARE = 0.9  # of the time for a statement; a server that says nothing then is lost

SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""How a transaction sees the rows of one moment."""

# Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
_KINDS = {
    "23505": Kind.TAKEN,
    "23001": Kind.REFERENCE,
    "23503": Kind.REFERENCE,
    "23502": Kind.MISSING,
    "23514": Kind.UNFIT,
    "23P01": Kind.TAKEN,  # an exclusion constraint; `refusal_by` knows those of times
    "25P03": Kind.UNAVAILABLE,  # idle in a transaction for too long
    "40001": Kind.UNAVAILABLE,  # serialization failure
    "40P01": Kind.UNAVAILABLE,  # deadlock
    "54000": Kind.UNFIT,  # also an index row that is too long
    "55P03": Kind.UNAVAILABLE,  # a lock was not free in time
}
_CLASSES = {
    "08": Kind.UNAVAILABLE,  # the connection
    "22": Kind.UNFIT,  # data
    "28": Kind.UNAVAILABLE,  # log-in
    "3D": Kind.UNAVAILABLE,  # the database itself
    "53": Kind.UNAVAILABLE,  # memory, disk, connections
    "57": Kind.UNAVAILABLE,  # shut down, cancelled
}


def make_engine(
    url: URL, *, pool_size: int, pool_wait_s: float, statement_timeout_s: float
) -> AsyncEngine:
    """A pool that gives up waiting, and connections that give up statements and locks."""
    milliseconds = str(int(statement_timeout_s * _SERVER_SHARE * 1000))
    engine = create_async_engine(
        url,
        hide_parameters=True,  # errors are logged, and parameters are what people sent
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=pool_wait_s,
        pool_use_lifo=True,
        connect_args={
            "async_creator_fn": _connect,
            "timeout": _CONNECT_TIMEOUT_S,
            "command_timeout": statement_timeout_s,
            "server_settings": {
                "statement_timeout": milliseconds,
                "lock_timeout": milliseconds,
                "idle_in_transaction_session_timeout": milliseconds,
                "timezone": "UTC",
            },
        },
    )
    event.listen(engine.sync_engine, "handle_error", _give_up_the_silent)
    return engine


def refusal_of(cause: Exception) -> Refusal | None:
    """What an error of asyncpg says, if it is a refusal."""
    state: str = getattr(cause, "sqlstate", None) or ""
    kind = _KINDS.get(state) or _CLASSES.get(state[:2])
    if kind is None:
        return None
    column: str | None = getattr(cause, "column_name", None)
    if column:
        return Refusal(kind, (column,))
    return refusal_by(kind, getattr(cause, "constraint_name", None))


async def _connect(*args: Any, **options: Any) -> Any:
    asyncpg: Any = import_module("asyncpg")  # an extra: projects on SQLite go without
    try:
        return await asyncpg.connect(*args, **options)
    except OSError as error:  # asyncpg lets the socket's own errors through
        raise unavailable(error) from error


def _give_up_the_silent(context: ExceptionContext) -> None:
    # A server that does not answer is asked nothing more, not even to end the connection.
    if isinstance(context.original_exception, TimeoutError) and context.connection:
        driver: Any = context.connection.connection.driver_connection
        driver.terminate()
        context.is_disconnect = True
        raise unavailable("It says nothing.") from context.original_exception
