"""Recovery codes: for who has lost the app. Each is good once, and only hashes are kept.

A code has 120 random bits, so that nobody guesses one and SHA-256 is enough.
Source: NIST SP 800-63B-4 section 3.1.2 (look-up secrets).
"""

import secrets
from base64 import b32encode
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col, select

from keel.auth.second_factor.model import RecoveryCode

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

HOW_MANY = 10
BYTES = 15
GROUP = 6


async def renew(session: "AsyncSession", account_id: UUID) -> list[str]:
    """New codes of an account, as people write them down; those from before are worth nothing."""
    await forget(session, account_id)
    codes = [_new() for _ in range(HOW_MANY)]
    session.add_all(RecoveryCode(user_id=account_id, code_hash=_hash(code)) for code in codes)
    await session.flush()
    return codes


async def use(session: "AsyncSession", account_id: UUID, code: str) -> bool:
    """Use a code up; returns whether it was one. Of many uses at once, one deletes the row."""
    its = col(RecoveryCode.user_id) == account_id, col(RecoveryCode.code_hash) == _hash(code)
    return (await session.exec(delete(RecoveryCode).where(*its))).rowcount > 0


async def count(session: "AsyncSession", account_id: UUID) -> int:
    """How many an account has left."""
    its = select(func.count()).where(col(RecoveryCode.user_id) == account_id)
    return (await session.exec(its)).one()


async def forget(session: "AsyncSession", account_id: UUID) -> None:
    """Let no code of an account be good any more."""
    await session.exec(delete(RecoveryCode).where(col(RecoveryCode.user_id) == account_id))


def _new() -> str:
    letters = b32encode(secrets.token_bytes(BYTES)).decode().lower()
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _hash(code: str) -> str:
    """Of the letters alone, however they were typed."""
    letters = "".join(code.lower().replace("-", " ").split())
    return sha256(letters.encode(errors="replace")).hexdigest()
