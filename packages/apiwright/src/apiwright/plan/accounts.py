"""What keel's accounts bring to every project that has them: two tables."""

from __future__ import annotations

from apiwright.plan import naming
from apiwright.plan.table import Column, Table

KEPT = (
    Column("id", "sa.Uuid()"),
    Column("created_at", "sa.DateTime(timezone=True)"),
    Column("updated_at", "sa.DateTime(timezone=True)"),
)
"""The columns of every table."""

USERS = Table(
    "users",
    (
        *KEPT,
        Column("email", "sa.String(length=254)"),
        Column("password_hash", "sa.String(length=255)"),
        Column("role", "sa.String(length=50)"),
        Column("is_active", "sa.Boolean()"),
    ),
    uniques=(naming.unique("users", "email"),),
)

SESSIONS = Table(
    "auth_sessions",
    (
        *KEPT,
        Column("user_id", "sa.Uuid()"),
        Column("family_hash", "sa.String(length=64)"),
        Column("token_hash", "sa.String(length=64)"),
        Column("rotated_at", "sa.DateTime(timezone=True)"),
        Column("expires_at", "sa.DateTime(timezone=True)"),
    ),
    indexes=(naming.index("auth_sessions", "user_id"),),
    uniques=(naming.unique("auth_sessions", "family_hash"),),
    foreign_keys=(naming.foreign_key("auth_sessions", "user_id", "users", "CASCADE"),),
)
