"""Other names for what stands, which keeps what it holds."""

from collections.abc import Mapping
from typing import Any

from alembic import op
from sqlalchemy import MetaData, Table
from sqlalchemy.schema import conv

from keel.data.revising.statements import is_postgres
from keel.data.searching.revisions import create_search, drop_search
from keel.data.searching.tables import words_name


def rename_column(table: str, was: str, now: str) -> None:
    """Give a column another name; its indexes and constraints follow it."""
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {was} TO {now}")


def rename_parts(table: str, names: Mapping[str, str]) -> None:
    """Give indexes and constraints of a table other names.

    SQLite copies the table for it, and knows nothing of what only Postgres has.

    Args:
        table: What has them.
        names: What each is called next, by what it is called.
    """
    if is_postgres():
        for was, now in names.items():
            op.execute(_rename_part(table, was, now))
    elif op.get_context().as_sql:
        op.get_context().impl.static_output(f"-- Let alembic reach the database to copy {table}.")
    else:
        stood = Table(table, MetaData(), autoload_with=op.get_bind(), resolve_fks=False)
        parts: list[Any] = [*stood.constraints, *stood.indexes]
        for part in (part for part in parts if part.name in names):
            part.name = conv(names[part.name])
        with op.batch_alter_table(table, copy_from=stood, recreate="always"):
            pass


def rename_search(was: str, now: str) -> None:
    """Let the table of the words of a table be called after its next name."""
    old, new = words_name(was), words_name(now)
    if not is_postgres():
        create_search(now)
        op.execute(f"INSERT INTO {new} SELECT * FROM {old}")
        drop_search(was)
        return
    op.rename_table(old, new)
    op.execute(f"ALTER SEQUENCE {old}_id_seq RENAME TO {new}_id_seq")
    for part in ("pk_{}", "uq_{}_row_id", "ix_{}_words"):
        op.execute(_rename_part(new, part.format(old), part.format(new)))
    op.execute(_rename_part(new, f"fk_{old}_row_id_{was}", f"fk_{new}_row_id_{now}"))


def rename_changes(table: str, was: str, now: str) -> None:
    """Let the entries of a history call a field by its next name."""
    if is_postgres():
        told, there = f"changes -> '{was}'", f"changes -> '{was}' IS NOT NULL"
        value = f"(changes - '{was}') || jsonb_build_object('{now}', {told})"
    else:
        told, there = f"json_extract(changes, '$.{was}')", f"json_type(changes, '$.{was}') <> ''"
        value = f"json_set(json_remove(changes, '$.{was}'), '$.{now}', json({told}))"
    op.execute(f"UPDATE {table} SET changes = {value} WHERE {there}")


def _rename_part(table: str, was: str, now: str) -> str:
    if was.startswith("ix_"):
        return f"ALTER INDEX {was} RENAME TO {now}"
    return f"ALTER TABLE {table} RENAME CONSTRAINT {was} TO {now}"
