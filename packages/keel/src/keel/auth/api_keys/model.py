"""The table of API keys; of a key itself it has a hash, and enough to recognise it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import JSON, Column
from sqlmodel import Field

from keel.data import Model

KeyAccess = Literal["read", "write"]


class ApiKey(Model, table=True):
    """A key that calls in the name of its account, with no more than it says here.

    Attributes:
        key_hash: SHA-256, in hex; 256 random bits need no slow hash.
        hint: Its first characters, by which its owner knows it again.
        role: The strongest role that it acts in; its account's, where that is weaker.
        permissions: Those of its account that it may use.
        access: Whether it only reads.
        last_used_at: To a minute or so.
    """

    __tablename__ = "auth_api_keys"

    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=100)
    key_hash: str = Field(max_length=64, unique=True, repr=False)
    hint: str = Field(max_length=20)
    role: str = Field(max_length=50)
    permissions: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    access: str = Field(max_length=10)
    expires_at: datetime
    last_used_at: datetime | None = None
