"""Who a key calls for, and what it may: no more than its account may now, and no more than it says.

What a key was good for is remembered, and trusted as access tokens are: while nothing of its
account has changed. So a call costs no statement, and a revoked key is refused within a second.
"""

import time
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import delete, select
from sqlmodel import col

from keel.access import Caller
from keel.auth.api_keys.key import PREFIX, hash_of
from keel.auth.api_keys.model import ApiKey
from keel.auth.api_keys.uses import Uses
from keel.auth.standing.noting import note_change
from keel.auth.tokens.access import Access, InvalidToken
from keel.auth.tokens.remembered import Remembered
from keel.data.types.clock import now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from sqlalchemy import ColumnElement, Result, RowMapping
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.account import Account
    from keel.auth.standing.changes import Changes


class _Ended(InvalidToken):
    """There is a key, and it is not good (any more)."""

    detail = "The API key is not valid, or not any more."


class ApiKeys:
    """The keys of one backend.

    Args:
        user: The model of accounts.
        changes: What is known of accounts that changed.
        life_s: Seconds that a key is remembered for; no longer than changes are.
    """

    def __init__(self, user: "type[Account]", changes: "Changes", life_s: int) -> None:
        self.uses = Uses()
        self._user = user
        self._changes = changes
        self._life_s = life_s
        self._remembered = Remembered()

    @staticmethod
    def is_one(token: str) -> bool:
        """Whether this is a key, good or not, and no token of a person."""
        return token.startswith(PREFIX)

    async def verify(self, session: "AsyncSession", key: str) -> Caller:
        """Who calls.

        Raises:
            InvalidToken: It is no key, has ended, or its account has.
        """
        return await self.vouched_for(
            key, lambda: self.look_up(session, col(ApiKey.key_hash) == hash_of(key))
        )

    async def vouched_for(self, token: str, look_up: "Callable[[], Awaitable[Access]]") -> Caller:
        """Who calls with a key, or with what was got by one; looked up unless it is remembered.

        Raises:
            InvalidToken: `look_up` finds nothing.
        """
        moment, access = time.time(), self._remembered.get(token)
        if access is None or access.ends_at <= moment or not await self._changes.vouch_for(access):
            access = await look_up()
            self._remembered.add(token, access)
        self.uses.note(access.caller.key_id)
        return access.caller

    @staticmethod
    async def revoke_all(session: "AsyncSession", account_id: "UUID") -> None:
        """Let no key of an account be good any more."""
        await session.exec(delete(ApiKey).where(col(ApiKey.user_id) == account_id))
        note_change(session, account_id)

    def forget_all(self) -> None:
        """Let everything be looked up anew."""
        self._remembered.forget_all()

    async def look_up(self, session: "AsyncSession", *its: "ColumnElement[bool]") -> Access:
        """What the one key that fits these conditions vouches for: one statement.

        Raises:
            InvalidToken: There is none, it has ended, or its account has.
        """
        moment = int(time.time())
        columns: list[Any] = [ApiKey, *self._user.standing_columns()]
        asked = (
            select(*columns)
            .join(self._user, col(ApiKey.user_id) == self._user.id)
            .where(*its, col(ApiKey.expires_at) > now(), col(self._user.is_active))
        )
        result = cast("Result[Any]", await session.exec(cast("Any", asked)))
        found = result.mappings().one_or_none()
        if found is None:
            raise _Ended
        row: ApiKey = found["ApiKey"]
        ends_at = min(row.expires_at.timestamp(), moment + self._life_s)
        return Access(self._caller(row, found), moment, int(ends_at))

    def _caller(self, key: ApiKey, standing: "RowMapping") -> Caller:
        """The caller, in the weaker one of both roles, if they still are some."""
        roles = [str(role) for role in self._user.roles]
        if not {key.role, standing["role"]} <= {*roles}:
            raise _Ended
        return Caller(
            id=key.user_id,
            role=min(key.role, standing["role"], key=roles.index),
            permissions=frozenset(key.permissions) & frozenset(standing.get("permissions", ())),
            tenant_id=standing.get("tenant_id"),
            key_id=key.id,
            is_reading=key.access == "read",
        )
