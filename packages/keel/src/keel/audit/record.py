"""Entries of the audit: a row in the transaction of what it tells, a log line once it stands.

No entry has a password, a token, an address of mail or anything else that somebody typed.
"""

import logging
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import event as events
from sqlalchemy.orm import Session

from keel.audit.entry import AuditEntry
from keel.request_id import request_id

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

_WRITTEN = "keel.audit"

# What the line says anyway, and what only the row needs.
_NOT_SAID = {"id", "created_at", "updated_at", "event", "request_id"}

_log = logging.getLogger("keel.audit")


def record(  # noqa: PLR0913 - who, what, on what, from where, outcome
    session: Any,
    event: str,
    *,
    actor_id: UUID | None,
    subject_id: UUID | None,
    subject: str = "account",
    outcome: str = "success",
    address: str = "",
) -> None:
    """Add an entry to the transaction; it stands or falls with it."""
    entry = AuditEntry(
        event=event,
        outcome=outcome,
        actor_id=actor_id,
        subject=subject,
        subject_id=subject_id,
        address=address,
        request_id=request_id.get() or "",
    )
    session.add(entry)
    said = entry.model_dump(mode="json", exclude=_NOT_SAID)
    session.info.setdefault(_WRITTEN, []).append((event, outcome, said))


async def record_refusal(
    session: "AsyncSession",
    event: str,
    *,
    subject_id: UUID | None,
    subject: str = "account",
    address: str = "",
) -> None:
    """Add an entry of what was refused, and commit: it must outlive the refusal."""
    record(
        session,
        event,
        actor_id=None,
        subject_id=subject_id,
        subject=subject,
        outcome="failure",
        address=address,
    )
    await session.commit()


def _after_commit(session: Session) -> None:
    if session.in_nested_transaction():
        return  # a savepoint is no end
    for event, outcome, said in session.info.pop(_WRITTEN, []):
        level = logging.INFO if outcome == "success" else logging.WARNING
        _log.log(level, event, extra={f"audit_{name}": value for name, value in said.items()})


def _after_rollback(session: Session) -> None:
    session.info.pop(_WRITTEN, None)


events.listen(Session, "after_commit", _after_commit)
events.listen(Session, "after_rollback", _after_rollback)
