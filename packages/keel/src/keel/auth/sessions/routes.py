"""The endpoints of one's own sessions. Source: OWASP ASVS 5.0 requirements 7.4.5 and 7.5.2."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from sqlmodel import col, select

from keel.access import signed_in
from keel.auth.caller import CurrentCaller
from keel.auth.context import Context
from keel.auth.guard import allow
from keel.auth.sessions.ending import end_all, end_one
from keel.auth.sessions.model import AuthSession
from keel.data import Output, Session
from keel.data.types.clock import now
from keel.problems import NotFound, Unauthorized, answers

router = APIRouter(dependencies=[allow(signed_in, by_key=False)])


class SessionRead(Output):
    """One of your sign-ins."""

    id: UUID
    user_agent: Annotated[str, Field(description="What the program that signed in calls itself.")]
    address: Annotated[str, Field(description="Where it signed in from.")]
    created_at: datetime
    last_used_at: Annotated[datetime, Field(description="When its tokens were refreshed last.")]
    expires_at: Annotated[datetime, Field(description="When it ends, however much it is used.")]
    is_current: Annotated[bool, Field(description="Whether it is the one that asks.")]


@router.get("/sessions")
async def list_sessions(caller: CurrentCaller, session: Session) -> Sequence[SessionRead]:
    """List your sign-ins, the one used last first."""
    mine = col(AuthSession.user_id) == caller.id, col(AuthSession.expires_at) > now()
    last_used = col(AuthSession.rotated_at).desc()
    rows = await session.exec(select(AuthSession).where(*mine).order_by(last_used))
    return [
        SessionRead(
            id=row.id,
            user_agent=row.user_agent,
            address=row.address,
            created_at=row.created_at,
            last_used_at=row.rotated_at,
            expires_at=row.expires_at,
            is_current=row.id == caller.session_id,
        )
        for row in rows
    ]


@router.delete("/sessions/{session_id}", status_code=204, responses=answers(NotFound))
async def end_session(session_id: UUID, caller: CurrentCaller, context: Context) -> None:
    """End one of your sign-ins; its tokens are worth nothing from now on."""
    if caller.id is None:
        raise Unauthorized
    if not await end_one(context.session, caller.id, session_id):
        raise NotFound
    context.note("session_ended", caller.id)


@router.post("/sign-out-everywhere", status_code=204)
async def sign_out_everywhere(caller: CurrentCaller, context: Context) -> None:
    """End all your sign-ins, this one too."""
    if caller.id is None:
        raise Unauthorized
    await end_all(context.session, caller.id)
    context.note("sign_out_everywhere", caller.id)
