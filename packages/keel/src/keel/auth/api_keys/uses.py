"""When keys were used last: kept in memory, and written once a minute, not by each request."""

import asyncio
import logging
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import col

from keel.auth.api_keys.model import ApiKey
from keel.data.types.clock import now

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from keel.data import Database

EVERY_S = 60

_log = logging.getLogger(__name__)


class Uses:
    """The keys that were used since it was last written."""

    def __init__(self) -> None:
        self._last: dict[UUID, datetime] = {}

    def note(self, key_id: "UUID | None") -> None:
        """A key was used now."""
        if key_id:
            self._last[key_id] = now()

    async def keep(self, database: "Database") -> None:
        """Write once in a while, and once more when it is cancelled."""
        try:
            while True:
                await asyncio.sleep(EVERY_S)
                await self._try_to_write(database)
        finally:
            await self._try_to_write(database)

    async def write(self, database: "Database") -> None:
        """Write what is new; a statement for each key."""
        last, self._last = self._last, {}
        if not last:
            return
        async with database.transaction() as session:
            for key_id, moment in sorted(last.items()):  # in one order, lest two processes lock
                its = update(ApiKey).where(col(ApiKey.id) == key_id)
                used = its.values(last_used_at=moment).execution_options(background=True)
                await session.exec(used)

    async def _try_to_write(self, database: "Database") -> None:
        try:
            await self.write(database)
        except Exception as error:  # noqa: BLE001 - of whatever kind: it is told the next time
            _log.warning("uses_of_keys_lost", extra={"reason": type(error).__name__})
