"""Keys are made by their owner in person, with the password said again, shown once, and revoked.

Source: OWASP ASVS 5.0 requirements 7.5.1 (prove again) and 8.2.1 (no more than is needed).
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func
from sqlmodel import col, select

from keel.audit import record
from keel.auth.api_keys.key import HINT_CHARS, hash_of, new_key
from keel.auth.api_keys.model import ApiKey
from keel.auth.api_keys.schemas import ApiKeyCreate, ApiKeyMade, ApiKeyRead
from keel.auth.passwords.proof import prove
from keel.auth.standing.noting import note_change
from keel.data.types.clock import now
from keel.problems import Conflict, FieldError, Invalid, NotFound

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.access import Caller
    from keel.auth.context import AuthContext

MOST = 50


async def create(context: "AuthContext", caller: "Caller", body: ApiKeyCreate) -> ApiKeyMade:
    """A new key of the caller's.

    Raises:
        Conflict: They have too many.
        Invalid: The password is wrong, or the key would have more than the caller has.
        TooManyRequests: There were too many wrong tries.
    """
    role = body.role or next(iter(context.user.roles))
    _refuse_more_than(caller, [*context.user.roles], role, body.permissions)
    account = await prove(context, caller, body.current_password)
    await _refuse_too_many(context.session, account.id)
    key = new_key()
    row = ApiKey(
        user_id=account.id,
        name=body.name,
        key_hash=hash_of(key),
        hint=key[:HINT_CHARS],
        role=role,
        permissions=body.permissions,
        access=body.access,
        expires_at=now() + timedelta(days=body.days),
    )
    context.session.add(row)
    await context.session.flush()
    _note(context, "api_key_created", row.user_id, row.id)
    return ApiKeyMade(**row.model_dump(), key=key)


async def list_own(context: "AuthContext", caller: "Caller") -> Sequence[ApiKeyRead]:
    """The caller's keys, the newest first; those that have ended, too."""
    its = select(ApiKey).where(col(ApiKey.user_id) == caller.id).order_by(col(ApiKey.id).desc())
    rows = await context.session.exec(its)
    return [ApiKeyRead(**row.model_dump()) for row in rows]


async def revoke(context: "AuthContext", caller: "Caller", key_id: "UUID") -> None:
    """Let a key of the caller's be worth nothing from now on.

    Raises:
        NotFound: They have none of this id.
    """
    its = col(ApiKey.id) == key_id, col(ApiKey.user_id) == caller.id
    ended = await context.session.exec(delete(ApiKey).where(*its))
    if not ended.rowcount:
        raise NotFound
    note_change(context.session, caller.id)
    _note(context, "api_key_revoked", caller.id, key_id)


def _refuse_more_than(
    caller: "Caller", roles: list[str], role: str, permissions: Sequence[str]
) -> None:
    wrong: list[FieldError] = []
    weaker = roles[: roles.index(caller.role) + 1] if caller.role in roles else []
    if role not in weaker:
        wrong.append(FieldError("body.role", f"It must be one of yours: {', '.join(weaker)}."))
    if not {*permissions} <= caller.permissions:
        mine = ", ".join(sorted(caller.permissions)) or "you have none"
        wrong.append(FieldError("body.permissions", f"They must be among yours: {mine}."))
    if wrong:
        raise Invalid(errors=wrong)


async def _refuse_too_many(session: "AsyncSession", account_id: "UUID") -> None:
    its = select(func.count()).where(col(ApiKey.user_id) == account_id)
    if (await session.exec(its)).one() >= MOST:
        raise Conflict(f"You have {MOST} keys, and can have no more; revoke one first.")


def _note(context: "AuthContext", event: str, account_id: "UUID | None", key_id: "UUID") -> None:
    record(
        context.session,
        event,
        actor_id=account_id,
        subject_id=key_id,
        subject="api_key",
        address=context.device.address,
    )
