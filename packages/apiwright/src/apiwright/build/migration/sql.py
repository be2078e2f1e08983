"""What Postgres will run, to be read before it runs."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING

from apiwright.build.migration.locks import with_locks

if TYPE_CHECKING:
    from collections.abc import Callable


def sql(revision: str) -> str:
    """The SQL of a revision's upgrade, with the locks that tables that stand get as comments."""
    # A second that only those pay who are shown SQL.
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.operations import Operations  # noqa: PLC0415

    import_module("keel.data.database.collation")  # so that Alembic writes it as in a built project
    said = StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": said}
    )
    with Operations.context(context):
        _upgrade(revision)()
    return with_locks(said.getvalue())


def _upgrade(revision: str) -> Callable[[], None]:
    found: dict[str, Callable[[], None]] = {}
    exec(compile(revision, "revision", "exec"), found)  # noqa: S102 - our own text
    return found["upgrade"]
