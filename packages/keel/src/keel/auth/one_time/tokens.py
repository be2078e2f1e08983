"""One-time tokens: made, looked at, used once.

Source: OWASP ASVS 5.0 requirement 6.4 (recovery secrets: random, single use, short-lived); NIST SP
800-63B-4 section 3.1.3.2.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete
from sqlmodel import col, select

from keel.auth.one_time.model import OneTimeToken, Purpose
from keel.data.types.clock import now
from keel.problems import FieldError, Invalid

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

LIFE = timedelta(hours=1)
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Proof:
    """What a token proved: that somebody reads an address."""

    email: str
    account_id: UUID | None
    data: dict[str, Any]


class BadProof(Invalid):
    """The token is none of ours, was used, or has run out."""

    def __init__(self) -> None:
        said = "It is not good, or not any more; ask for another mail."
        super().__init__(errors=[FieldError("body.token", said)])


async def issue(  # noqa: PLR0913 - what a token says
    session: "AsyncSession",
    purpose: Purpose,
    email: str,
    *,
    account_id: UUID | None = None,
    data: dict[str, Any] | None = None,
    life: timedelta = LIFE,
) -> str:
    """A new token for an address; two statements.

    Earlier ones stay good until one of them is used, so that nobody can take them away by asking
    for more. The same is written whether there is an account or not.
    """
    ended = col(OneTimeToken.expires_at) <= now()
    await session.exec(delete(OneTimeToken).where(col(OneTimeToken.email) == email, ended))
    token = secrets.token_urlsafe(SECRET_BYTES)
    row = OneTimeToken(
        purpose=purpose,
        token_hash=_hash(token),
        email=email,
        account_id=account_id,
        data=data,
        expires_at=now() + life,
    )
    session.add(row)
    await session.flush()
    return token


async def look_at(session: "AsyncSession", purpose: Purpose, token: str) -> Proof:
    """What a token proves, before the work that its use will take.

    Raises:
        BadProof: It is not good.
    """
    row = (await session.exec(select(OneTimeToken).where(*_good(purpose, token)))).one_or_none()
    if row is None:
        raise BadProof
    return Proof(row.email, row.account_id, row.data or {})


async def redeem(session: "AsyncSession", purpose: Purpose, token: str) -> Proof:
    """Use a token up, and with it all that were sent to its address for the same.

    Of many uses at once one deletes the row, and the others find none.

    Raises:
        BadProof: It is not good.
    """
    proof = await look_at(session, purpose, token)
    used = await session.exec(delete(OneTimeToken).where(*_good(purpose, token)))
    if not used.rowcount:
        raise BadProof
    same = col(OneTimeToken.email) == proof.email, col(OneTimeToken.purpose) == purpose
    await session.exec(delete(OneTimeToken).where(*same))
    return proof


async def void_all(session: "AsyncSession", account_id: UUID) -> None:
    """Let no token that was sent for an account be good any more."""
    await session.exec(delete(OneTimeToken).where(col(OneTimeToken.account_id) == account_id))


def _good(purpose: Purpose, token: str) -> tuple[ColumnElement[bool], ...]:
    return (
        col(OneTimeToken.token_hash) == _hash(token),
        col(OneTimeToken.purpose) == purpose,
        col(OneTimeToken.expires_at) > now(),
    )


def _hash(token: str) -> str:
    return sha256(token.encode(errors="replace")).hexdigest()
