"""The table of one-time tokens; of a token itself it has a hash."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from keel.data import Model


class Purpose(StrEnum):
    """What a token is for; it is worth nothing for anything else."""

    SIGN_UP = "sign_up"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a purpose
    CHANGE_EMAIL = "change_email"
    SECOND_FACTOR = "second_factor"


class OneTimeToken(Model, table=True):
    """A token that was sent to an address, or answered, until it is used or has run out.

    Attributes:
        token_hash: SHA-256, in hex; 256 random bits need no slow hash.
        email: Where it was sent, or whose it is.
        account_id: Whose it is, where there is an account already.
        data: What shall be done once it comes back; no password, only a hash.
    """

    __tablename__ = "auth_tokens"
    __table_args__ = (Index(None, "email", "purpose"),)

    purpose: str = Field(max_length=20)
    token_hash: str = Field(max_length=64, unique=True)
    email: str = Field(max_length=254)
    account_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="CASCADE", index=True
    )
    data: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    expires_at: datetime
