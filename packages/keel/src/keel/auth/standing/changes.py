"""What a process knows of the accounts that changed lately.

One small query, at most every half second while there are requests, reads what was written since.
A token is trusted by itself if its account has not changed since it was signed, and if what is
known of changes is younger than a second; whenever that is in doubt, the database is asked.
"""

import asyncio
import logging
import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from keel.auth.standing.change import AccountChange
from keel.auth.tokens.access import Access

if TYPE_CHECKING:
    from keel.data import Database

READ_EVERY_S = 0.5
TRUSTED_S = 0.9
PATIENCE_S = 0.4
# How long a commit may take after the row was written, and how far clocks may be apart.
OVERLAP_S = 30.0
# Between what a token says and the moment of its signature the account may have changed.
MARGIN_S = 10
MOST = 100_000

_log = logging.getLogger(__name__)


class Changes:
    """The accounts that changed, and when.

    Attributes:
        kept_s: Seconds after which a change matters to no token.

    Args:
        database: Where they are written down.
        life_s: Seconds that a token lives; older changes matter to nobody.
        most: Accounts that are kept; what was known of others is in doubt.
    """

    def __init__(self, database: "Database", life_s: int, most: int = MOST) -> None:
        self._database = database
        self.kept_s = life_s + MARGIN_S + OVERLAP_S
        self._most = most
        self._changed: dict[UUID | None, float] = {}
        self._all_before = 0.0  # whatever was signed before is in doubt
        self._read_at = self._since = -math.inf
        self._reading: asyncio.Task[bool] | None = None

    async def vouch_for(self, access: Access) -> bool:
        """Whether nothing has changed about a token's account; `False` also when that is unknown.

        No statement, but for the one of a request that comes when none has for a second.
        """
        if not await self._are_known():
            return False
        changed_at = self._changed.get(access.caller.id, 0.0)
        return access.signed_at > max(changed_at, self._all_before) + MARGIN_S

    def note(self, account_id: UUID | None, at: float) -> None:
        """Doubt, at once, what tokens say that were signed before a Unix time."""
        self._changed[account_id] = max(at, self._changed.get(account_id, 0.0))

    async def close(self) -> None:
        """End what is being read."""
        if self._reading:
            self._reading.cancel()
            await asyncio.wait([self._reading])

    async def _are_known(self) -> bool:
        age_s = time.monotonic() - self._read_at
        if age_s < READ_EVERY_S:
            return True
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())
        if age_s < TRUSTED_S:
            return True
        return await asyncio.shield(self._reading)

    async def _read(self) -> bool:
        begun, now = time.monotonic(), time.time()
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._read_since(now)
        except Exception as error:  # noqa: BLE001 - whatever it is, who asks must not trust
            _log.warning("Changes of accounts cannot be read: %s", type(error).__name__)
            return False
        self._read_at = begun
        return True

    async def _read_since(self, now: float) -> None:
        written, account_id = col(AccountChange.created_at), col(AccountChange.account_id)
        since = max(self._since - OVERLAP_S, now - self.kept_s)
        latest = (
            select(account_id, func.max(written))
            .where(written > datetime.fromtimestamp(since, UTC))
            .group_by(account_id)
            .execution_options(background=True)
        )
        async with self._database.transaction(reading=True) as session:
            found = (await session.exec(latest)).all()
        for changed, at in found:
            self.note(changed, at.timestamp())
        self._since = now
        self._forget_old(now - self.kept_s)

    def _forget_old(self, before: float) -> None:
        """Forget what matters to no token any more; and when that is too much, who is in doubt."""
        self._changed = {id_: at for id_, at in self._changed.items() if at > before}
        if len(self._changed) > self._most:
            self._all_before = time.time()
            self._changed.clear()
