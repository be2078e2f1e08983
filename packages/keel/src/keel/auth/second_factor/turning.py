"""A second factor is turned on and off: with the password said again, and the owner told by mail.

Source: OWASP ASVS 5.0 requirements 6.3.7 (tell of changes) and 7.5.1 (prove again).
"""

import secrets
from typing import TYPE_CHECKING

from keel.auth.passwords.proof import prove
from keel.auth.second_factor import recovery_codes
from keel.auth.second_factor.checking import factor_of, is_right, secret_of
from keel.auth.second_factor.model import SecondFactor
from keel.auth.second_factor.schemas import Enrolment, RecoveryCodes, SecondFactorState
from keel.auth.second_factor.totp import as_typed, uri_of
from keel.auth.sessions.ending import end_all
from keel.data.types.clock import now
from keel.mail import send
from keel.problems import Conflict, FieldError, Invalid

if TYPE_CHECKING:
    from keel.access import Caller
    from keel.auth.account import Account
    from keel.auth.context import AuthContext

SEED_BYTES = 32


async def state_of(context: "AuthContext", caller: "Caller") -> SecondFactorState:
    """Whether the caller has one, and how many recovery codes are left."""
    factor = await factor_of(context, caller.id)
    if factor is None or factor.confirmed_at is None:
        return SecondFactorState(is_on=False, recovery_codes_left=0)
    left = await recovery_codes.count(context.session, factor.user_id)
    return SecondFactorState(is_on=True, recovery_codes_left=left)


async def enrol(context: "AuthContext", caller: "Caller", password: str) -> Enrolment:
    """Give the caller a secret for an app; nothing asks for its codes before the first came.

    Raises:
        Conflict: One is on already.
        Invalid: The password is wrong.
        TooManyRequests: There were too many wrong tries.
    """
    account = await prove(context, caller, password)
    factor = await factor_of(context, account.id)
    if factor and factor.confirmed_at:
        raise Conflict("A second factor is on already; turn it off before another one.")
    factor = factor or SecondFactor(user_id=account.id, seed="")
    factor.seed = secrets.token_hex(SEED_BYTES)
    context.session.add(factor)
    await context.session.flush()
    secret = secret_of(context, factor)
    uri = uri_of(secret, context.mails.backend, account.email)
    return Enrolment(secret=as_typed(secret), uri=uri)


async def confirm(context: "AuthContext", caller: "Caller", code: str) -> RecoveryCodes:
    """Turn the second factor on with its first code; the caller's other sessions end.

    Raises:
        Conflict: There is none to confirm.
        Invalid: The code is wrong.
        TooManyRequests: There were too many wrong codes.
    """
    account = await context.session.get(context.user, caller.id)
    factor = await factor_of(context, caller.id)
    if account is None or factor is None or factor.confirmed_at:
        raise Conflict("There is no second factor to confirm; ask for one first.")
    if not await is_right(context, factor, account.email, code):
        wrong = FieldError("body.code", "It is not the code that the app shows now.")
        raise Invalid(errors=[wrong])
    factor.confirmed_at = now()
    context.session.add(factor)
    await end_all(context.session, account.id, but=caller.session_id)
    context.note("second_factor_on", account.id)
    send(context.session, context.mails.second_factor_on(account.email))
    return RecoveryCodes(codes=await recovery_codes.renew(context.session, account.id))


async def renew_codes(context: "AuthContext", caller: "Caller", password: str) -> RecoveryCodes:
    """New recovery codes; those from before are worth nothing.

    Raises:
        Conflict: No second factor is on.
        Invalid: The password is wrong.
        TooManyRequests: There were too many wrong tries.
    """
    account, _ = await _proved(context, caller, password)
    context.note("recovery_codes_renewed", account.id)
    return RecoveryCodes(codes=await recovery_codes.renew(context.session, account.id))


async def turn_off(context: "AuthContext", caller: "Caller", password: str) -> None:
    """Let the password be enough again.

    Raises:
        Conflict: No second factor is on.
        Invalid: The password is wrong.
        TooManyRequests: There were too many wrong tries.
    """
    account, factor = await _proved(context, caller, password)
    await context.session.delete(factor)
    await recovery_codes.forget(context.session, account.id)
    context.note("second_factor_off", account.id)
    send(context.session, context.mails.second_factor_off(account.email))


async def _proved(
    context: "AuthContext", caller: "Caller", password: str
) -> "tuple[Account, SecondFactor]":
    """The caller's account, whose password this is, and its second factor, which is on."""
    account = await prove(context, caller, password)
    factor = await factor_of(context, account.id)
    if factor is None or factor.confirmed_at is None:
        raise Conflict("No second factor is on.")
    return account, factor
