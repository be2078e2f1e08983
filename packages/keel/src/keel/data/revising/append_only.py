"""The operation of revisions that makes a table append-only."""

from alembic import op

from keel.data.database.append_only import statements


def keep_append_only(table: str) -> None:
    """Let the database refuse to change or delete what a table holds; goes with the table."""
    for statement in statements(table, op.get_context().dialect.name):
        op.execute(statement)
