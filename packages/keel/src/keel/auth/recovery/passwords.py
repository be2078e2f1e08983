"""Another password: for who knows the present one, and for who reads the account's address.

All sign-ins end, so that whoever was in without the owner's will is out.
Source: OWASP ASVS 5.0 requirements 6.2.3, 6.4.3 and 7.4.3.
"""

from typing import TYPE_CHECKING

from sqlmodel import col, select

from keel.auth.one_time.model import Purpose
from keel.auth.one_time.tokens import BadProof, issue, void_all
from keel.auth.one_time.using import try_out, use
from keel.auth.passwords.hashing import hash_password
from keel.auth.passwords.proof import prove
from keel.auth.sessions.ending import end_all
from keel.mail import send

if TYPE_CHECKING:
    from uuid import UUID

    from keel.access import Caller
    from keel.auth.account import Account
    from keel.auth.context import AuthContext
    from keel.auth.schemas import PasswordChange, PasswordReset


async def change_password(context: "AuthContext", caller: "Caller", body: "PasswordChange") -> None:
    """Replace the caller's password and end their other sessions.

    Raises:
        Invalid: The present password is wrong, or the new one is weak.
        TooManyRequests: There were too many wrong tries.
        Unauthorized: The account is gone since the caller was let in.
    """
    account = await prove(context, caller, body.current_password)
    context.passwords.refuse_weak(body.new_password, account.email, field="new_password")
    await _replace(context, account, await hash_password(body.new_password), caller.session_id)
    context.note("password_changed", account.id)


async def forgot_password(context: "AuthContext", email: str) -> None:
    """Mail a token to the owner of an account; nothing tells whether there is one.

    Raises:
        TooManyRequests: Too many mails were asked for.
    """
    await context.throttle.admit("mail", email, context.device.address)
    session, user = context.session, context.user
    account = await session.scalar(select(user).where(user.email == email, col(user.is_active)))
    account_id = account.id if account else None
    token = await issue(session, Purpose.RESET_PASSWORD, email, account_id=account_id)
    context.note("password_reset_asked", account_id)
    if account:
        send(session, context.mails.reset_password(email, token))


async def reset_password(context: "AuthContext", body: "PasswordReset") -> None:
    """Replace the password of the account that a token was mailed for; every session ends.

    Raises:
        BadProof: The token is not good, or the account is gone or disabled.
        Invalid: The new password is weak.
        TooManyRequests: Too many tokens were tried.
    """
    session = context.session
    proof = await try_out(context, Purpose.RESET_PASSWORD, body.token)
    context.passwords.refuse_weak(body.new_password, proof.email, field="new_password")
    await session.commit()  # hashing takes time; nobody shall wait for the connection
    hashed = await hash_password(body.new_password)
    proof = await use(context, Purpose.RESET_PASSWORD, body.token)
    account = await session.get(context.user, proof.account_id) if proof.account_id else None
    if account is None or not account.is_active:
        raise BadProof
    await _replace(context, account, hashed)
    if context.api_keys:  # whoever was in without the owner's will may have made some
        await context.api_keys.revoke_all(session, account.id)
    context.note("password_reset", account.id)


async def _replace(
    context: "AuthContext", account: "Account", hashed: str, but: "UUID | None" = None
) -> None:
    account.password_hash = hashed
    await end_all(context.session, account.id, but=but)
    await void_all(context.session, account.id)
    send(context.session, context.mails.password_changed(account.email))
