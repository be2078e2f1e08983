"""What has run out goes: changes that matter to no token, one-time tokens, sessions."""

import asyncio
import logging
from datetime import timedelta
from itertools import chain, repeat
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col

from keel.auth.one_time.model import OneTimeToken
from keel.auth.sessions.model import AuthSession
from keel.auth.standing.change import AccountChange
from keel.data.types.clock import now

if TYPE_CHECKING:
    from keel.data import Database

FIRST_AFTER_S = 60  # a process that never lives for an hour does its part too
EVERY_S = 3_600

_log = logging.getLogger(__name__)


async def keep_house(database: "Database", changes_kept_s: float) -> None:
    """Clear out once in a while, until it is cancelled; what fails is tried again next time."""
    for pause_s in chain([FIRST_AFTER_S], repeat(EVERY_S)):
        await asyncio.sleep(pause_s)
        try:
            await clear_out(database, changes_kept_s)
        except Exception as error:  # noqa: BLE001 - of whatever kind: the next time may be better
            _log.warning("housekeeping_failed", extra={"reason": type(error).__name__})


async def clear_out(database: "Database", changes_kept_s: float) -> None:
    """Delete all that has run out; three statements.

    Args:
        database: Where it is.
        changes_kept_s: Seconds after which a change of an account matters to no token.
    """
    moment = now()
    old = moment - timedelta(seconds=changes_kept_s)
    async with database.transaction() as session:
        for ended in (
            delete(AccountChange).where(col(AccountChange.created_at) < old),
            delete(OneTimeToken).where(col(OneTimeToken.expires_at) <= moment),
            delete(AuthSession).where(col(AuthSession.expires_at) <= moment),
        ):
            await session.exec(ended.execution_options(background=True))
