"""Accounts: who can sign in."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sqlalchemy import select
from sqlmodel import Field, col

from keel.access import Caller
from keel.auth.sessions.model import AuthSession
from keel.auth.standing.noting import watch
from keel.data import Model
from keel.data.types.clock import now

if TYPE_CHECKING:
    from sqlalchemy import Result
    from sqlmodel.ext.asyncio.session import AsyncSession


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
    def standing_columns(cls) -> list[Any]:
        """What says what an account may: `role`, and `permissions` and `tenant_id` if any."""
        columns: list[Any] = [cls.role]
        columns += [getattr(cls, name) for name in cls.model_fields.keys() & {"permissions"}]
        if cls.tenant_field:
            columns.append(getattr(cls, cls.tenant_field).label("tenant_id"))
        return columns

    @classmethod
    async def standing_now(cls, session: "AsyncSession", caller: Caller) -> Caller | None:
        """What an account in one of its sign-ins is now: one statement.

        Returns:
            The caller with the role, the permissions and the tenant of today; `None` once the
            account or the sign-in has ended.
        """
        asked = (
            select(*cls.standing_columns())
            .join(AuthSession, col(AuthSession.user_id) == cls.id)
            .where(
                col(cls.id) == caller.id,
                col(cls.is_active),
                col(AuthSession.id) == caller.session_id,
                col(AuthSession.expires_at) > now(),
            )
        )
        result = cast("Result[Any]", await session.exec(cast("Any", asked)))
        found = result.mappings().one_or_none()
        if found is None:
            return None
        return replace(
            caller,
            role=found["role"],
            permissions=frozenset(found.get("permissions", ())),
            tenant_id=found.get("tenant_id"),
        )


watch(Account)
