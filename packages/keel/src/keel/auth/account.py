"""Accounts: who can sign in."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from sqlmodel import Field, col, select

from keel.auth.sessions import AuthSession
from keel.data import Model

if TYPE_CHECKING:
    from sqlmodel.sql.expression import SelectOfScalar

    from keel.auth.access import Access


class Account(Model):
    """What every account has; a project's `User` extends it with `table=True`.

    Attributes:
        roles: Every role of the project, weakest first; who signs up gets the first.
        email: In lower case, so that it is unique however it is typed.
        password_hash: Argon2id in PHC format; nothing else of a password is kept.
        role: One of `roles`.
        is_active: Whether the account may sign in; its tokens stop at once when it may not.
    """

    owner_field: ClassVar[str] = "id"
    roles: ClassVar[type[StrEnum]]

    email: str = Field(max_length=254, unique=True)
    password_hash: str = Field(max_length=255, repr=False)
    role: str = Field(max_length=50)
    is_active: bool = True

    @classmethod
    def role_behind(cls, access: "Access") -> "SelectOfScalar[str]":
        """The present role of who a token speaks for; no row once account or session ended."""
        return (
            select(cls.role)
            .join(AuthSession, col(AuthSession.user_id) == cls.id)
            .where(
                cls.id == access.account_id,
                col(cls.is_active),
                AuthSession.id == access.session_id,
                AuthSession.expires_at > datetime.now(UTC),
            )
        )
