"""Another address for an account: asked for with the password, proved by the new one.

The present address is told, so that its owner can act before it is too late.
Source: OWASP ASVS 5.0 requirements 6.3.7 and 7.5.1.
"""

from typing import TYPE_CHECKING

from sqlmodel import select

from keel.auth.one_time.model import Purpose
from keel.auth.one_time.tokens import BadProof, issue, void_all
from keel.auth.one_time.using import use
from keel.auth.passwords.proof import prove
from keel.mail import send

if TYPE_CHECKING:
    from keel.access import Caller
    from keel.auth.context import AuthContext
    from keel.auth.schemas import EmailChange


async def change_email(context: "AuthContext", caller: "Caller", body: "EmailChange") -> None:
    """Mail a token to the new address, and a note to the present one.

    Nothing tells whether the new one has an account; if so, no token goes there.

    Raises:
        Invalid: The present password is wrong.
        TooManyRequests: There were too many wrong tries, or too many mails.
        Unauthorized: The account is gone since the caller was let in.
    """
    account = await prove(context, caller, body.current_password)
    await context.throttle.admit("mail", body.email, context.device.address)
    session, user = context.session, context.user
    context.note("email_change_asked", account.id)
    token = await issue(session, Purpose.CHANGE_EMAIL, body.email, account_id=account.id)
    if await session.scalar(select(user.id).where(user.email == body.email)) is None:
        send(session, context.mails.confirm_email(body.email, token))
    send(session, context.mails.email_changing(account.email))


async def confirm_email(context: "AuthContext", token: str) -> None:
    """Give an account the address that a token was mailed to.

    Raises:
        BadProof: The token is not good, or the account is gone or disabled.
        Conflict: The address has got an account in the meantime.
        TooManyRequests: Too many tokens were tried.
    """
    session = context.session
    proof = await use(context, Purpose.CHANGE_EMAIL, token)
    account = await session.get(context.user, proof.account_id)
    if account is None or not account.is_active:
        raise BadProof
    account.email = proof.email
    await session.flush()
    context.note("email_changed", account.id)
    await void_all(session, account.id)
