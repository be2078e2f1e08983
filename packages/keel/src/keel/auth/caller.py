"""Who makes a request: one look at the token, one statement for what is true of it now."""

from typing import TYPE_CHECKING, Annotated, Any, cast

from fastapi import Depends
from fastapi.requests import HTTPConnection

from keel.access import ANONYMOUS, Caller
from keel.auth.access import InvalidToken
from keel.data import Session
from keel.data.acting import let_act

if TYPE_CHECKING:
    from sqlalchemy import Result

    from keel.auth.account import Account
    from keel.auth.tokens import AccessTokens


def bearer_token(headers: list[str]) -> str:
    """The token of the one `Authorization` header.

    Source: RFC 6750 section 2.1; the scheme's case does not matter (RFC 9110 section 11.1).

    Raises:
        InvalidToken: There are several headers, or it is not `Bearer TOKEN`.
    """
    scheme, _, token = headers[0].partition(" ")
    if len(headers) > 1 or scheme.lower() != "bearer" or not token:
        raise InvalidToken("Send one header `Authorization: Bearer TOKEN`.")
    return token


async def current_caller(request: HTTPConnection, session: Session) -> Caller:
    """Who calls; `ANONYMOUS` without a token, or in an app without accounts.

    Account and session are looked up each time, so that a sign-out, a disabled account and a
    changed role count at once: one statement.

    Raises:
        InvalidToken: There is a token, and it is not good (any more).
    """
    state = request.app.state
    user: type[Account] | None = state.user
    session.info["password_min_length"] = state.settings.password_min_length
    headers = request.headers.getlist("authorization")
    if user is None or not headers:
        return ANONYMOUS
    tokens: AccessTokens = state.tokens
    access = tokens.verify(bearer_token(headers))
    standing: Any = user.standing_behind(access)
    found = cast("Result[Any]", await session.exec(standing)).mappings().one_or_none()
    if found is None:
        raise InvalidToken
    let_act(session, access.account_id)
    return Caller(
        id=access.account_id,
        role=found["role"],
        session_id=access.session_id,
        permissions=frozenset(found.get("permissions", ())),
        tenant_id=found.get("tenant_id"),
    )


CurrentCaller = Annotated[Caller, Depends(current_caller)]
