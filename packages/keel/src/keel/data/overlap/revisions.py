"""Operations of revisions on what Postgres keeps apart, which SQLite cannot and leaves alone.

What they make stays as revisions found it.
"""

from collections.abc import Collection, Generator, Sequence
from contextlib import contextmanager

from alembic import op
from sqlalchemy import Column, MetaData, Table, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import AddConstraint, conv

from keel.data.database.ended import Ended
from keel.data.overlap.constraint import EXTENSION

# Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
_OVERLAPPING = frozenset({"23P01"})
_UNAVAILABLE = frozenset({"0A000", "42501", "58P01"})  # not installed, not allowed, both by version
_MAKE_ROOM = (
    "Nothing was changed. Change or delete one of each two rows that overlap, then run it again."
)
_GET_EXTENSION = (
    "Nothing was changed. Let the owner of the database, or a superuser, run there: CREATE "
    "EXTENSION btree_gist; then run this again. A server that lacks it needs the modules that "
    "come with Postgres: on many systems, the package postgresql-contrib."
)


def forbid_overlap(
    name: str, table: str, period: str, *, per: Sequence[str] = (), where: str | None = None
) -> None:
    """Let Postgres keep that no two rows of a table overlap.

    Args:
        name: Of the constraint.
        table: Whose rows.
        period: The time of a row as a range, in SQL: `tstzrange(starts, ends)`.
        per: The columns that rows have alike which may not overlap.
        where: Which rows, in SQL; all without it.

    Raises:
        Ended: Rows overlap already, or the extension that compares `per` cannot be had.
    """
    if _is_sqlite():
        return
    if per:
        needs = f"`{name}` needs the extension btree_gist."
        with _told(_UNAVAILABLE, needs, table, _GET_EXTENSION):
            op.execute(EXTENSION)
    constraint = ExcludeConstraint(
        *((column, "=") for column in per),
        (text(period), "&&"),
        where=text(where) if where else None,
        name=conv(name),
    )
    Table(table, MetaData(), *(Column[None](column) for column in per), constraint)
    with _told(_OVERLAPPING, f"Rows overlap, and `{name}` forbids it.", table, _MAKE_ROOM):
        op.execute(AddConstraint(constraint))


def allow_overlap(name: str, table: str) -> None:
    """Take away what `forbid_overlap` made."""
    if not _is_sqlite():
        op.drop_constraint(conv(name), table)


@contextmanager
def _told(states: Collection[str], what: str, table: str, advice: str) -> Generator[None]:
    """End the command in words where Postgres refuses a statement with one of these states."""
    try:
        yield
    except DBAPIError as error:
        cause = error.driver_exception
        if getattr(cause, "sqlstate", None) not in states:
            raise
        said = " ".join(str(cause).split())
        raise Ended(what, at=f"the table {table}", why=said, advice=advice) from None


def _is_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
