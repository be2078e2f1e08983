"""Who changes a row, and by what: said where it is known, asked where the row is written."""

from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import object_session
from sqlmodel.ext.asyncio.session import AsyncSession

_BY = "keel.by_id"
_ACTION = "keel.action"


def let_act(session: AsyncSession, caller_id: UUID | None) -> None:
    """Let what changes in a session be the caller's doing, unless a repository says another's."""
    session.info[_BY] = caller_id


def sign(row: object, caller_id: UUID | None) -> None:
    """Let the next changes of a row be a caller's doing."""
    inspect(row, raiseerr=True).info[_BY] = caller_id


def name_action(row: object, action: str) -> None:
    """Let the next changes of a row be those of an action."""
    inspect(row, raiseerr=True).info[_ACTION] = action


def actor_of(row: object) -> UUID | None:
    """The account whose doing the change of a row is; `None` where nobody known acts."""
    session = object_session(row)
    in_session: dict[Any, Any] = session.info if session else {}
    by_id: UUID | None = inspect(row, raiseerr=True).info.get(_BY) or in_session.get(_BY)
    return by_id


def action_on(row: object) -> str | None:
    """The action that changes a row, if one does."""
    action: str | None = inspect(row, raiseerr=True).info.get(_ACTION)
    return action
