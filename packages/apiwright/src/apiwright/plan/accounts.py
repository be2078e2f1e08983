"""What keel's accounts bring to every project that has them: its tables, and who is in others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apiwright.plan import naming
from apiwright.plan.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.blueprint.model import Blueprint

KEPT = (
    Column("id", "sa.Uuid()"),
    Column("created_at", "sa.DateTime(timezone=True)"),
    Column("updated_at", "sa.DateTime(timezone=True)"),
)
"""The columns of every table."""

DELETION = (
    Column("deleted_at", "sa.DateTime(timezone=True)", nullable=True, hides=True),
    Column("deleted_with", "sa.Uuid()", nullable=True),
)
"""The columns of tables whose rows are kept when they are deleted."""

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
        Column("user_agent", "sa.String(length=255)", fill=""),
        Column("address", "sa.String(length=45)", fill=""),
    ),
    indexes=(naming.index("auth_sessions", "user_id"),),
    uniques=(naming.unique("auth_sessions", "family_hash"),),
    foreign_keys=(naming.foreign_key("auth_sessions", "user_id", "users", "CASCADE"),),
)

CHANGES = Table(
    "auth_changes",
    (*KEPT, Column("account_id", "sa.Uuid()")),
    indexes=(naming.index("auth_changes", "created_at"),),
)

TOKENS = Table(
    "auth_tokens",
    (
        *KEPT,
        Column("purpose", "sa.String(length=20)"),
        Column("token_hash", "sa.String(length=64)"),
        Column("email", "sa.String(length=254)"),
        Column("account_id", "sa.Uuid()", nullable=True),
        Column("data", "sa.JSON()", nullable=True),
        Column("expires_at", "sa.DateTime(timezone=True)"),
    ),
    indexes=(
        naming.index("auth_tokens", "email", "purpose"),
        naming.index("auth_tokens", "account_id"),
    ),
    uniques=(naming.unique("auth_tokens", "token_hash"),),
    foreign_keys=(naming.foreign_key("auth_tokens", "account_id", "users", "CASCADE"),),
)

AUDIT = Table(
    "audit_log",
    (
        *KEPT,
        Column("event", "sa.String(length=50)"),
        Column("outcome", "sa.String(length=10)"),
        Column("actor_id", "sa.Uuid()", nullable=True),
        Column("subject", "sa.String(length=20)"),
        Column("subject_id", "sa.Uuid()", nullable=True),
        Column("address", "sa.String(length=45)"),
        Column("request_id", "sa.String(length=64)"),
    ),
    indexes=(naming.index("audit_log", "created_at"), naming.index("audit_log", "subject_id")),
    append_only=True,
)

SECOND_FACTORS = Table(
    "auth_second_factors",
    (
        *KEPT,
        Column("user_id", "sa.Uuid()"),
        Column("seed", "sa.String(length=64)"),
        Column("last_step", "sa.Integer()"),
        Column("confirmed_at", "sa.DateTime(timezone=True)", nullable=True),
    ),
    uniques=(naming.unique("auth_second_factors", "user_id"),),
    foreign_keys=(naming.foreign_key("auth_second_factors", "user_id", "users", "CASCADE"),),
)

RECOVERY_CODES = Table(
    "auth_recovery_codes",
    (*KEPT, Column("user_id", "sa.Uuid()"), Column("code_hash", "sa.String(length=64)")),
    indexes=(naming.index("auth_recovery_codes", "user_id"),),
    uniques=(naming.unique("auth_recovery_codes", "code_hash"),),
    foreign_keys=(naming.foreign_key("auth_recovery_codes", "user_id", "users", "CASCADE"),),
)

API_KEYS = Table(
    "auth_api_keys",
    (
        *KEPT,
        Column("user_id", "sa.Uuid()"),
        Column("name", "sa.String(length=100)"),
        Column("key_hash", "sa.String(length=64)"),
        Column("hint", "sa.String(length=20)"),
        Column("role", "sa.String(length=50)"),
        Column("permissions", "sa.JSON()"),
        Column("access", "sa.String(length=10)"),
        Column("expires_at", "sa.DateTime(timezone=True)"),
        Column("last_used_at", "sa.DateTime(timezone=True)", nullable=True),
    ),
    indexes=(naming.index("auth_api_keys", "user_id"),),
    uniques=(naming.unique("auth_api_keys", "key_hash"),),
    foreign_keys=(naming.foreign_key("auth_api_keys", "user_id", "users", "CASCADE"),),
)

REVOKED_TOKENS = Table(
    "auth_revoked_tokens",
    (*KEPT, Column("expires_at", "sa.DateTime(timezone=True)")),
    indexes=(naming.index("auth_revoked_tokens", "expires_at"),),
)

_OF_ALL = (SESSIONS, CHANGES, TOKENS, AUDIT)
_OF_METHODS = {
    "second_factor": (SECOND_FACTORS, RECOVERY_CODES),
    "api_key": (API_KEYS,),
    "client_credentials": (REVOKED_TOKENS,),
}


def account_tables(blueprint: Blueprint) -> Iterator[Table]:
    """Those beside the accounts themselves."""
    yield from _OF_ALL
    for method, tables in _OF_METHODS.items():
        if blueprint.has_method(method):
            yield from tables


def with_people(table: Table, *, owned: bool, noted: Sequence[str]) -> Table:
    """A table with the accounts that its rows belong to, and with those that it notes.

    Args:
        table: Without them.
        owned: Whether a row goes with the account that it belongs to.
        noted: Columns that are emptied when the account goes.
    """
    rules = ({"owner_id": "CASCADE"} if owned else {}) | dict.fromkeys(noted, "SET NULL")
    name = table.name
    return replace(
        table,
        columns=(*table.columns, *(Column(each, "sa.Uuid()", each in noted) for each in rules)),
        indexes=(*table.indexes, *(naming.index(name, each) for each in rules)),
        foreign_keys=(
            *table.foreign_keys,
            *(naming.foreign_key(name, each, USERS.name, rule) for each, rule in rules.items()),
        ),
    )
