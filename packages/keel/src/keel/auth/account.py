"""Accounts: who can sign in."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import select
from sqlmodel import Field, col

from keel.auth.sessions import AuthSession
from keel.data import Model

if TYPE_CHECKING:
    from sqlalchemy import Executable

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
    def standing_behind(cls, access: "Access") -> "Executable":
        """What the account that a token speaks for is now, by the names of `Caller`.

        Its role, its permissions if there are any, and its tenant if there are tenants. No row
        once the account or the session ended.
        """
        columns: list[Any] = [cls.role]
        columns += [getattr(cls, name) for name in cls.model_fields.keys() & {"permissions"}]
        if cls.tenant_field:
            columns.append(getattr(cls, cls.tenant_field).label("tenant_id"))
        return (
            select(*columns)
            .join(AuthSession, col(AuthSession.user_id) == cls.id)
            .where(
                col(cls.id) == access.account_id,
                col(cls.is_active),
                col(AuthSession.id) == access.session_id,
                col(AuthSession.expires_at) > datetime.now(UTC),
            )
        )
