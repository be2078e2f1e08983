"""Tokens that come back from mails: guessing is slow, and a right one is no guess."""

from typing import TYPE_CHECKING

from keel.auth.one_time.model import Purpose
from keel.auth.one_time.tokens import Proof, look_at, redeem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.context import AuthContext


async def use(context: "AuthContext", purpose: Purpose, token: str) -> Proof:
    """Use up the token that a request brought.

    Raises:
        BadProof: It is not good.
        TooManyRequests: Too many were tried from there.
    """
    return await _throttled(context, purpose, token, redeem)


async def try_out(context: "AuthContext", purpose: Purpose, token: str) -> Proof:
    """What the token that a request brought proves, before the work that its use will take.

    Raises:
        BadProof: It is not good.
        TooManyRequests: Too many were tried from there.
    """
    return await _throttled(context, purpose, token, look_at)


async def _throttled(
    context: "AuthContext",
    purpose: Purpose,
    token: str,
    look: "Callable[[AsyncSession, Purpose, str], Awaitable[Proof]]",
) -> Proof:
    address = context.device.address
    await context.throttle.admit("token", "", address)
    proof = await look(context.session, purpose, token)
    await context.throttle.forgive("token", "", address)
    return proof
