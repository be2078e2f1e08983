"""How sessions begin and go on.

Each use of a refresh token replaces it. An old one that comes back means that two parties hold
it, so the family ends; only for a moment after its use it is answered once more, the same way.
Source: RFC 9700 section 4.14.2.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import col, select

from keel.audit import record_refusal
from keel.auth.keys.derive import derive_key
from keel.auth.sessions.device import UNKNOWN, Device
from keel.auth.sessions.ending import end_one
from keel.auth.sessions.model import AuthSession
from keel.auth.sessions.refresh_token import RefreshToken
from keel.data.types.clock import now
from keel.problems import Unauthorized

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.account import Account
    from keel.settings import Settings

GRACE = timedelta(seconds=10)


def new_session(
    account_id: UUID, token: RefreshToken, settings: "Settings", device: Device = UNKNOWN
) -> AuthSession:
    """The row of a sign-in that begins now, with its first refresh token."""
    begun = now()
    return AuthSession(
        user_id=account_id,
        family_hash=token.family_hash,
        token_hash=token.hash,
        rotated_at=begun,
        expires_at=begun + timedelta(seconds=settings.refresh_token_s),
        user_agent=device.user_agent,
        address=device.address,
    )


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sign-ins of a project's accounts."""

    session: "AsyncSession"
    user: "type[Account]"
    settings: "Settings"

    async def start(
        self, account_id: UUID, device: Device = UNKNOWN
    ) -> tuple[AuthSession, RefreshToken]:
        """A new sign-in; those of the account that have run out, or are too many, end."""
        token = RefreshToken.of_new_family()
        row = new_session(account_id, token, self.settings, device)
        await self._make_room(account_id, row.rotated_at)
        self.session.add(row)
        await self.session.flush()
        return row, token

    async def rotate(
        self, token: RefreshToken, device: Device = UNKNOWN
    ) -> tuple[AuthSession, RefreshToken]:
        """Replace a refresh token by its successor; one statement when all is well.

        Raises:
            Unauthorized: The sign-in has ended, or ends now because an old token came back.
        """
        moment = now()
        successor = token.successor(derive_key(self.settings, "refresh token"))
        # Compared and replaced in one statement: of two at once, one finds it replaced.
        replaced = await self.session.exec(
            update(AuthSession)
            .where(*self._alive(token, moment), col(AuthSession.token_hash) == token.hash)
            .values(token_hash=successor.hash, rotated_at=moment)
            .returning(AuthSession)
        )
        if row := replaced.scalar_one_or_none():
            return row, successor
        return await self._repeat(token, successor, moment, device), successor

    async def _make_room(self, account_id: UUID, begun: datetime) -> None:
        """End what has run out, and of many those that were used longest ago."""
        its = col(AuthSession.user_id) == account_id
        await self.session.exec(
            delete(AuthSession).where(its, col(AuthSession.expires_at) <= begun)
        )
        kept = self.settings.sessions_per_account - 1
        last_used = select(AuthSession.id).where(its).order_by(col(AuthSession.rotated_at).desc())
        for session_id in (await self.session.exec(last_used.offset(kept))).all():
            await end_one(self.session, account_id, session_id)

    async def _repeat(
        self, token: RefreshToken, successor: RefreshToken, moment: datetime, device: Device
    ) -> AuthSession:
        found = await self.session.exec(select(AuthSession).where(*self._alive(token, moment)))
        row = found.one_or_none()
        if row is None:
            raise Unauthorized("The session has ended; sign in again.")
        if row.token_hash == successor.hash and moment - row.rotated_at <= GRACE:
            return row
        await end_one(self.session, row.user_id, row.id)
        await record_refusal(
            self.session,
            "refresh_token_reused",
            subject="session",
            subject_id=row.id,
            address=device.address,
        )  # commits: the end must outlive the refusal
        raise Unauthorized("The session has ended; sign in again.")

    def _alive(self, token: RefreshToken, moment: datetime) -> tuple[ColumnElement[bool], ...]:
        active = select(col(self.user.id)).where(col(self.user.is_active))
        return (
            col(AuthSession.family_hash) == token.family_hash,
            col(AuthSession.expires_at) > moment,
            col(AuthSession.user_id).in_(active),
        )
