"""Sessions: one row a sign-in, which is one family of refresh tokens.

Each use of a refresh token replaces it. An old one that comes back means that two parties hold
it, so the family ends; only for a moment after its use it is answered once more, the same way.
Source: RFC 9700 section 4.14.2.
"""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Field, col, select

from keel.auth.access import Access
from keel.auth.keys import derive_key
from keel.auth.refresh_token import RefreshToken
from keel.data import Model
from keel.problems import Unauthorized

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.account import Account
    from keel.settings import Settings

GRACE = timedelta(seconds=10)

audit = logging.getLogger("keel.audit")


class AuthSession(Model, table=True):
    """A sign-in that lasts until it is ended, or until `expires_at` however much it is used.

    Attributes:
        family_hash: Names the family of refresh tokens; SHA-256, in hex.
        token_hash: The one refresh token that is good now; SHA-256, in hex.
        rotated_at: When that one replaced the one before.
    """

    __tablename__ = "auth_sessions"

    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    family_hash: str = Field(max_length=64, unique=True)
    token_hash: str = Field(max_length=64)
    rotated_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sign-ins of a project's accounts."""

    session: "AsyncSession"
    user: "type[Account]"
    settings: "Settings"

    async def start(self, account_id: UUID) -> tuple[Access, RefreshToken]:
        """A new sign-in; clears away those of the account that have run out."""
        now = datetime.now(UTC)
        outdated = col(AuthSession.user_id) == account_id, col(AuthSession.expires_at) <= now
        await self.session.exec(delete(AuthSession).where(*outdated))
        token = RefreshToken.of_new_family()
        row = AuthSession(
            user_id=account_id,
            family_hash=token.family_hash,
            token_hash=token.hash,
            rotated_at=now,
            expires_at=now + timedelta(seconds=self.settings.refresh_token_s),
        )
        self.session.add(row)
        return Access(account_id, row.id), token

    async def rotate(self, token: RefreshToken) -> tuple[Access, RefreshToken]:
        """Replace a refresh token by its successor; one statement when all is well.

        Raises:
            Unauthorized: The sign-in has ended, or ends now because an old token came back.
        """
        now = datetime.now(UTC)
        successor = token.successor(derive_key(self.settings, "refresh token"))
        # Compared and replaced in one statement: of two at once, one finds it replaced.
        replaced = await self.session.exec(
            update(AuthSession)
            .where(*self._alive(token, now), col(AuthSession.token_hash) == token.hash)
            .values(token_hash=successor.hash, rotated_at=now)
            .returning(col(AuthSession.user_id), col(AuthSession.id))
        )
        if row := replaced.one_or_none():
            return Access(row.user_id, row.id), successor
        return await self._repeat(token, successor, now), successor

    async def _repeat(self, token: RefreshToken, successor: RefreshToken, now: datetime) -> Access:
        found = await self.session.exec(select(AuthSession).where(*self._alive(token, now)))
        row = found.one_or_none()
        if row is None:
            raise Unauthorized("The session has ended; sign in again.")
        if row.token_hash == successor.hash and now - row.rotated_at <= GRACE:
            return Access(row.user_id, row.id)
        await end_one(self.session, row.id)
        await self.session.commit()  # the end must outlive the refusal
        who = {"account_id": row.user_id, "session_id": row.id}
        audit.warning("refresh_token_reused", extra=who)
        raise Unauthorized("The session has ended; sign in again.")

    def _alive(self, token: RefreshToken, now: datetime) -> tuple[ColumnElement[bool], ...]:
        active = select(col(self.user.id)).where(col(self.user.is_active))
        return (
            col(AuthSession.family_hash) == token.family_hash,
            col(AuthSession.expires_at) > now,
            col(AuthSession.user_id).in_(active),
        )


async def end_one(session: "AsyncSession", session_id: UUID | None) -> None:
    """End one sign-in."""
    await session.exec(delete(AuthSession).where(col(AuthSession.id) == session_id))


async def end_all(session: "AsyncSession", account_id: UUID, but: UUID | None = None) -> None:
    """End every sign-in of an account, but for one."""
    others = col(AuthSession.user_id) == account_id, col(AuthSession.id).is_distinct_from(but)
    await session.exec(delete(AuthSession).where(*others))
