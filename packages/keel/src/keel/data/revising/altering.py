"""Changing a table that stands, while the app runs."""

from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

from alembic import op
from alembic.operations import BatchOperations
from sqlalchemy import Column, inspect
from sqlalchemy.types import TypeEngine

from keel.data.revising.statements import is_postgres

LOCK_TIMEOUT_MS = 1000
"""A change of a table that waits for longer stops everybody else."""

_UNCHANGED: Any = object()


class TableChanges(Protocol):
    """What can be changed in a table, by the names that Alembic has for it."""

    def add_column(self, column: Column[Any]) -> None:
        """Add a column."""

    def drop_column(self, name: str) -> None:
        """Drop a column, with what it holds."""

    def alter_column(
        self,
        name: str,
        *,
        existing_type: TypeEngine[Any],
        type_: Any = ...,
        nullable: bool = ...,
        server_default: str | None = ...,
    ) -> None:
        """Give a column another type, let it be null or not, or give it a default."""

    def create_index(self, name: str, columns: Sequence[str], **options: Any) -> None:
        """Add an index."""

    def create_unique_constraint(self, name: str, columns: Sequence[str]) -> None:
        """Let no two rows have the same."""

    def create_check_constraint(self, name: str, condition: str) -> None:
        """Let rows keep a condition."""

    def create_foreign_key(
        self, name: str, target: str, columns: Sequence[str], keys: Sequence[str], *, ondelete: str
    ) -> None:
        """Let rows refer to others that are there."""

    def drop_constraint(self, name: str, *, type_: str) -> None:
        """Drop a constraint."""


@contextmanager
def alter_table(name: str) -> Generator[TableChanges]:
    """Change a table: on Postgres step by step, on SQLite in one copy.

    A column that stands already, since somebody added it by hand, is not added, and keeps what it
    holds.
    """
    if not is_postgres():
        with op.batch_alter_table(name) as batch:
            changes: Any = _Copied(name, batch)
            yield changes
        return
    with ExitStack() as stack:
        yield _Live(name, stack)


def drop_index(name: str) -> None:
    """Drop an index, on Postgres while others read and write its table."""
    if not is_postgres():
        op.drop_index(name)
        return
    with op.get_context().autocommit_block(), _waiting():
        op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")


@contextmanager
def _waiting() -> Generator[None]:
    """For as long as it takes, since what waits here stops nobody."""
    op.execute("SET lock_timeout = 0")
    try:
        yield
    finally:
        op.execute(f"SET lock_timeout = {LOCK_TIMEOUT_MS}")


class _Copied:
    """A table of SQLite, as Alembic changes it."""

    def __init__(self, table: str, batch: BatchOperations) -> None:
        self._table = table
        self._batch = batch
        self._gone: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def add_column(self, column: Column[Any]) -> None:
        if column.name not in self._standing() - self._gone:
            self._batch.add_column(column)

    def drop_column(self, name: str) -> None:
        self._gone.add(name)
        self._batch.drop_column(name)

    def _standing(self) -> set[str]:
        if op.get_context().as_sql:
            return set()
        return {each["name"] for each in inspect(op.get_bind()).get_columns(self._table)}


class _Live:
    """A table of Postgres that others read and write meanwhile.

    What takes long leaves the transaction, for good until the end of the block, and takes locks
    that let readers and writers go on. Each such statement can be run again.
    """

    def __init__(self, table: str, stack: ExitStack) -> None:
        self._table = table
        self._stack = stack
        self._is_outside = False

    def add_column(self, column: Column[Any]) -> None:
        op.add_column(self._table, column, if_not_exists=True)

    def drop_column(self, name: str) -> None:
        op.drop_column(self._table, name, if_exists=True)

    def alter_column(
        self,
        name: str,
        *,
        existing_type: TypeEngine[Any],
        type_: Any = None,
        nullable: bool | None = None,
        server_default: Any = _UNCHANGED,
    ) -> None:
        if type_ is not None:
            op.alter_column(self._table, name, existing_type=existing_type, type_=type_)
        if server_default is not _UNCHANGED:
            op.alter_column(self._table, name, server_default=server_default)
        if nullable is True:
            op.alter_column(self._table, name, nullable=True)
        if nullable is False:
            self._require(name)

    def create_index(self, name: str, columns: Sequence[str], **options: Any) -> None:
        self._leave()
        with _waiting():
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")  # invalid, if it was cut off
            op.create_index(name, self._table, columns, postgresql_concurrently=True, **options)

    def create_unique_constraint(self, name: str, columns: Sequence[str]) -> None:
        self._leave()
        op.execute(f"ALTER TABLE {self._table} DROP CONSTRAINT IF EXISTS {name}")
        self.create_index(name, columns, unique=True)
        op.execute(f"ALTER TABLE {self._table} ADD CONSTRAINT {name} UNIQUE USING INDEX {name}")

    def create_check_constraint(self, name: str, condition: str) -> None:
        self._leave()
        self._add(name, f"CHECK ({condition})")

    def create_foreign_key(
        self, name: str, target: str, columns: Sequence[str], keys: Sequence[str], *, ondelete: str
    ) -> None:
        self._leave()
        there = f"{target} ({', '.join(keys)}) ON DELETE {ondelete}"
        self._add(name, f"FOREIGN KEY ({', '.join(columns)}) REFERENCES {there}")

    def drop_constraint(self, name: str, *, type_: str) -> None:  # noqa: ARG002 - SQLite needs it
        op.execute(f"ALTER TABLE {self._table} DROP CONSTRAINT IF EXISTS {name}")

    def _require(self, column: str) -> None:
        """Let a column be never null; where a valid check says so, Postgres reads no row again."""
        self._leave()
        name = f"ck_{self._table}_{column}_required"
        self._add(name, f"CHECK ({column} IS NOT NULL)")
        op.execute(f"ALTER TABLE {self._table} ALTER COLUMN {column} SET NOT NULL")
        op.execute(f"ALTER TABLE {self._table} DROP CONSTRAINT IF EXISTS {name}")

    def _add(self, name: str, rule: str) -> None:
        again = f"ALTER TABLE {self._table} DROP CONSTRAINT IF EXISTS {name}"
        op.execute(f"{again}, ADD CONSTRAINT {name} {rule} NOT VALID")
        op.execute(f"ALTER TABLE {self._table} VALIDATE CONSTRAINT {name}")

    def _leave(self) -> None:
        if not self._is_outside:
            self._stack.enter_context(op.get_context().autocommit_block())
            self._is_outside = True
