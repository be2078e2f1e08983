"""Proof by password: at sign-in, and again before what cannot be undone."""

from typing import TYPE_CHECKING

from sqlmodel import col, select

from keel.access import Caller
from keel.auth.account import Account
from keel.auth.passwords.hashing import NOBODYS_HASH, check_password
from keel.auth.tokens.access import InvalidToken
from keel.problems import FieldError, Invalid

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from keel.auth.context import AuthContext


async def verified(
    session: "AsyncSession", account: Account | None, password: str
) -> Account | None:
    """The account, if the password is its own; against none it takes as long."""
    await session.commit()  # hashing takes time; nobody shall wait for the connection
    stored = account.password_hash if account else NOBODYS_HASH
    fits, stronger = await check_password(password, stored)
    user, account_id = (type(account), account.id) if account else (Account, None)
    if account_id is None or not fits:
        return None
    # Asked again: it may have been disabled, or got another password, in the meantime.
    still = select(user).where(
        user.id == account_id, user.password_hash == stored, col(user.is_active)
    )
    found = await session.scalar(still.with_for_update(key_share=True))
    if found and stronger:
        found.password_hash = stronger
    return found


async def prove(context: "AuthContext", caller: Caller, password: str) -> Account:
    """The caller's account, once they have said its password again.

    Raises:
        Invalid: It is wrong.
        TooManyRequests: There were too many wrong tries.
        Unauthorized: The account is gone since the caller was let in.
    """
    known = await context.session.get(context.user, caller.id)
    if known is None:
        raise InvalidToken
    email, address = known.email, context.device.address
    await context.throttle.admit("password", email, address)
    account = await verified(context.session, known, password)
    if account is None:
        await context.note_refusal("password_proof", caller.id)
        wrong = FieldError("body.current_password", "It is not the account's password.")
        raise Invalid(errors=[wrong])
    await context.throttle.forgive("password", email, address)
    return account
