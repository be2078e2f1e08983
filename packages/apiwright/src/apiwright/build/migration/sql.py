"""What Postgres will run, to be read before it runs."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING

from apiwright.build.migration.locks import with_locks

if TYPE_CHECKING:
    from collections.abc import Callable

_OF_POSTGRES = {
    "as_sql": True,
    "transactional_ddl": True,
    "transaction_per_migration": True,
}


def sql(revision: str, way: str = "upgrade") -> str:
    """The SQL of a revision, with the locks that tables that stand get as comments.

    Args:
        revision: The text of its file.
        way: `upgrade` or `downgrade`.
    """
    # A second that only those pay who are shown SQL.
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.operations import Operations  # noqa: PLC0415

    import_module("keel.data.database.collation")  # so that Alembic writes it as in a built project
    said = StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts=_OF_POSTGRES | {"output_buffer": said}
    )
    with Operations.context(context), context.begin_transaction(_per_migration=True):
        _steps(revision)[way]()
    return with_locks(said.getvalue())


def _steps(revision: str) -> dict[str, Callable[[], None]]:
    found: dict[str, Callable[[], None]] = {}
    exec(compile(revision, "revision", "exec"), found)  # noqa: S102 - our own text
    return found
