"""The type of columns that hold JSON; loads the dialect of Postgres, whatever the database."""

from sqlalchemy import JSON
from sqlalchemy.dialects.postgresql import JSONB

JsonColumn = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""JSON text in SQLite, `jsonb` in Postgres; `None` is NULL in both. Assign, do not mutate."""
