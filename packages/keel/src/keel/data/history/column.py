"""The column of what changed."""

from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine


class ChangesColumn(TypeDecorator[dict[str, Any]]):
    """JSON text in SQLite, `jsonb` in Postgres."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column of this database."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        # Only those who have a history there wait for Postgres' dialect.
        from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415

        return dialect.type_descriptor(JSONB())
