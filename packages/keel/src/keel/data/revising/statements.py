"""Statements of revisions as they are run."""

import re

from alembic import op
from sqlalchemy import TextClause, text

_PARAMETER = re.compile(r"(?<![:\w\\]):(?=\w)")


def literal_sql(sql: str) -> TextClause:
    """SQL in which a colon is a colon, and starts no parameter."""
    return text(_PARAMETER.sub(r"\\:", sql))


def is_postgres() -> bool:
    """Whether the revision runs on Postgres, or is written out for it."""
    return op.get_context().dialect.name == "postgresql"
