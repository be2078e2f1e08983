"""Notes each change of an account's standing, in the transaction that makes it.

It is written last, just before the commit, so that its time is that of the commit but for a moment.
Who changes accounts by SQL of their own, which no session sees, calls `note_change`.
"""

import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, Session, object_session

from keel.auth.standing.change import AccountChange

if TYPE_CHECKING:
    from keel.auth.standing.changes import Changes

CHANGES = "keel.changes"
"""Where a session has what its process knows of changes."""

_NOTED = "keel.changed_accounts"


def note_change(session: Any, account_id: UUID | None) -> None:
    """Let the tokens of an account not be trusted by themselves from the commit on."""
    session.info.setdefault(_NOTED, set()).add(account_id)


def watch(account: type[Any]) -> None:
    """Note what every session does to accounts."""
    event.listen(account, "before_update", _before_update, propagate=True)
    event.listen(account, "before_delete", _before_delete, propagate=True)


def _before_update(_mapper: Mapper[Any], _connection: Connection, account: Any) -> None:
    state = inspect(account)
    names = {"role", "is_active", "permissions", account.tenant_field} & {*state.attrs.keys()}
    if any(state.attrs[name].history.has_changes() for name in names):
        note_change(object_session(account), account.id)


def _before_delete(_mapper: Mapper[Any], _connection: Connection, account: Any) -> None:
    note_change(object_session(account), account.id)


def _before_commit(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    changed: set[UUID] = session.info.pop(_NOTED, set())
    changes: Changes | None = session.info.get(CHANGES)
    for account_id in changed:
        session.add(AccountChange(account_id=account_id))
        if changes:
            changes.note(account_id, time.time())


event.listen(Session, "before_commit", _before_commit)
