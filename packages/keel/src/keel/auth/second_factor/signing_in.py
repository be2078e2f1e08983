"""Signing in with a second factor: the password first, and then a code.

What joins both steps is a one-time token of its own purpose, good for five minutes and for nothing
else. Who resets a password, refreshes or comes with an old session has no way around it.
Source: OWASP ASVS 5.0 requirements 6.3.3 and 6.3.4.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from keel.auth.one_time.model import Purpose
from keel.auth.one_time.tokens import BadProof, issue
from keel.auth.one_time.using import try_out, use
from keel.auth.second_factor.checking import factor_of, is_right
from keel.auth.second_factor.needed import LIFE_S, SecondFactorNeeded
from keel.auth.sign_ins import begin
from keel.problems import Unauthorized

if TYPE_CHECKING:
    from keel.auth.account import Account
    from keel.auth.context import AuthContext
    from keel.auth.one_time.tokens import Proof
    from keel.auth.schemas import Tokens
    from keel.auth.second_factor.schemas import SecondStep


async def demand(context: "AuthContext", account: "Account") -> None:
    """Let an account pass that has no second factor.

    Raises:
        SecondFactorNeeded: It has one.
    """
    factor = await factor_of(context, account.id)
    if factor is None or factor.confirmed_at is None:
        return
    life, known = timedelta(seconds=LIFE_S), account.id
    token = await issue(
        context.session, Purpose.SECOND_FACTOR, account.email, account_id=known, life=life
    )
    await context.session.commit()  # the token must outlive the refusal
    raise SecondFactorNeeded(token)


async def finish(context: "AuthContext", body: "SecondStep") -> "Tokens":
    """Begin a session with the token of the first step and a code.

    Raises:
        Unauthorized: The token is not good any more, or the code is wrong.
        TooManyRequests: There were too many wrong codes.
    """
    proof = await _proof(try_out(context, Purpose.SECOND_FACTOR, body.token))
    factor = await factor_of(context, proof.account_id)
    if factor is None or factor.confirmed_at is None:
        raise _again()
    if not await is_right(context, factor, proof.email, body.code):
        raise Unauthorized("The code is wrong, or was used; wait for the next one.")
    await _proof(use(context, Purpose.SECOND_FACTOR, body.token))
    return await begin(context, factor.user_id)


async def _proof(looking: Any) -> "Proof":
    try:
        proof: Proof = await looking
    except BadProof as error:
        raise _again() from error
    return proof


def _again() -> Unauthorized:
    return Unauthorized("The first step is too long ago; sign in with your password again.")
