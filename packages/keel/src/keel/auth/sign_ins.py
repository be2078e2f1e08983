"""Signing in, staying signed in, signing out.

Nothing tells whether an account exists: unknown, disabled and wrong get the same answer after
the same work. Source: OWASP ASVS 5.0 requirement 6.3.8.
"""

from typing import TYPE_CHECKING

from sqlmodel import select

from keel.access import Caller
from keel.auth.passwords.proof import verified
from keel.auth.schemas import Refresh, SignIn, Tokens
from keel.auth.sessions.ending import end_one
from keel.auth.sessions.refresh_token import RefreshToken
from keel.auth.sessions.rotation import Sessions
from keel.problems import Unauthorized

if TYPE_CHECKING:
    from uuid import UUID

    from keel.auth.context import AuthContext
    from keel.auth.sessions.model import AuthSession


async def sign_in(context: "AuthContext", body: SignIn) -> Tokens:
    """Begin a session.

    Raises:
        Unauthorized: E-mail and password do not belong to an account that may sign in.
        SecondFactorNeeded: They do, and the account has a second factor.
        TooManyRequests: There were too many wrong tries.
    """
    email, address = body.username, context.device.address
    await context.throttle.admit("password", email, address)
    account = await context.session.scalar(select(context.user).where(context.user.email == email))
    account_id = account.id if account else None
    known = await verified(context.session, account, body.password)
    if known is None:
        await context.note_refusal("sign_in", account_id)
        raise Unauthorized("E-mail and password do not belong to an account.")
    await context.throttle.forgive("password", email, address)
    if context.second_step:
        await context.second_step(context, known)
    return await begin(context, known.id)


async def begin(context: "AuthContext", account_id: "UUID") -> Tokens:
    """Begin a session of an account that has proved all that it has to.

    Raises:
        Unauthorized: The account is disabled.
    """
    context.note("sign_in", account_id)
    return await _tokens(context, *await _sessions(context).start(account_id, context.device))


async def refresh(context: "AuthContext", body: Refresh) -> Tokens:
    """Go on with a session.

    Raises:
        Unauthorized: The session has ended, or ends now because an old token came back.
    """
    token = RefreshToken.parse(body.refresh_token)
    if token is None:
        raise Unauthorized("This is not a refresh token of this backend.")
    return await _tokens(context, *await _sessions(context).rotate(token, context.device))


async def sign_out(context: "AuthContext", caller: Caller) -> None:
    """End the caller's session; its tokens are worth nothing from now on."""
    if caller.id:
        await end_one(context.session, caller.id, caller.session_id)
        context.note("sign_out", caller.id)


def _sessions(context: "AuthContext") -> Sessions:
    return Sessions(context.session, context.user, context.settings)


async def _tokens(
    context: "AuthContext", row: "AuthSession", refresh_token: RefreshToken
) -> Tokens:
    known = Caller(id=row.user_id, session_id=row.id)
    caller = await context.user.standing_now(context.session, known)
    if caller is None:
        raise Unauthorized("The session has ended; sign in again.")
    token, life_s = context.tokens.sign(caller, row.expires_at.timestamp())
    return Tokens(access_token=token, expires_in=life_s, refresh_token=str(refresh_token))
