"""Whether a code is right: each step's once, few wrong ones, whatever address they come from.

Codes are counted for the account alone. Only who knows its password comes as far, so no stranger
locks an owner out; and a recovery code is let in all the same. Five wrong ones in 15 minutes are at
most 0.15 % for a guesser in a day. Source: RFC 6238 section 5.2; OWASP ASVS 5.0 requirement 6.5.1.
"""

import hmac
import time
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import col, select

from keel.auth.keys.derive import derive_key
from keel.auth.second_factor import recovery_codes
from keel.auth.second_factor.model import SecondFactor
from keel.auth.second_factor.totp import DIGITS, step_of
from keel.mail import send

if TYPE_CHECKING:
    from uuid import UUID

    from keel.auth.context import AuthContext

SECRET_BYTES = 20  # what RFC 4226 section 4 (R6) recommends


def secret_of(context: "AuthContext", factor: SecondFactor) -> bytes:
    """The secret that an app has."""
    key = derive_key(context.settings, "second factor")
    return hmac.digest(key, bytes.fromhex(factor.seed), "sha256")[:SECRET_BYTES]


async def factor_of(context: "AuthContext", account_id: "UUID | None") -> SecondFactor | None:
    """The second factor of an account, confirmed or not."""
    its = select(SecondFactor).where(col(SecondFactor.user_id) == account_id)
    return (await context.session.exec(its)).one_or_none()


async def is_right(context: "AuthContext", factor: SecondFactor, email: str, code: str) -> bool:
    """Use a code of the app up, or a recovery code; returns whether it was good.

    Raises:
        TooManyRequests: Too many codes of the app were wrong.
    """
    if len(code.strip()) > DIGITS:
        return await _recovers(context, factor, email, code)
    await context.throttle.admit("code", email, context.device.address)
    step = step_of(secret_of(context, factor), code.strip(), time.time())
    if step is None or not await _use(context, factor, step):
        await context.note_refusal("second_factor", factor.user_id)
        return False
    await context.throttle.forgive("code", email, context.device.address)
    return True


async def _use(context: "AuthContext", factor: SecondFactor, step: int) -> bool:
    """Use a step up; of many uses at once, one finds it unused."""
    unused = col(SecondFactor.id) == factor.id, col(SecondFactor.last_step) < step
    used = await context.session.exec(update(SecondFactor).where(*unused).values(last_step=step))
    return used.rowcount > 0


async def _recovers(context: "AuthContext", factor: SecondFactor, email: str, code: str) -> bool:
    if not await recovery_codes.use(context.session, factor.user_id, code):
        await context.note_refusal("recovery_code", factor.user_id)
        return False
    context.note("recovery_code_used", factor.user_id)
    left = await recovery_codes.count(context.session, factor.user_id)
    send(context.session, context.mails.recovery_code_used(email, left))
    return True
