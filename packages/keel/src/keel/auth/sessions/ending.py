"""How sessions end before their time; the access tokens of the account are looked at from then on.

Each function writes the end down beside it, in the same transaction.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from keel.auth.sessions.model import AuthSession
from keel.auth.standing.noting import note_change

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


async def end_one(session: "AsyncSession", account_id: UUID, session_id: UUID | None) -> bool:
    """End one sign-in of an account; returns whether there was such a one."""
    its = col(AuthSession.id) == session_id, col(AuthSession.user_id) == account_id
    ended = await session.exec(delete(AuthSession).where(*its))
    note_change(session, account_id)
    return ended.rowcount > 0


async def end_all(session: "AsyncSession", account_id: UUID, but: UUID | None = None) -> None:
    """End every sign-in of an account, but for one."""
    others = col(AuthSession.user_id) == account_id, col(AuthSession.id).is_distinct_from(but)
    await session.exec(delete(AuthSession).where(*others))
    note_change(session, account_id)
