"""Who makes a request: what their token says, as long as nothing of it has changed."""

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends
from fastapi.requests import HTTPConnection

from keel.access import ANONYMOUS, Caller
from keel.auth.tokens.access import InvalidToken
from keel.data import Session
from keel.data.acting import let_act
from keel.problems import Forbidden

if TYPE_CHECKING:
    from keel.auth.account import Account
    from keel.auth.api_keys.verifier import ApiKeys
    from keel.auth.client_credentials.tokens import ClientTokens
    from keel.auth.standing.changes import Changes
    from keel.auth.tokens.access_tokens import AccessTokens

REQUEST = "keel.request"
"""Where a session has the request that it belongs to."""

READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


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

    The token says it, without a statement, unless the account may have changed since: then one
    asks what it is now. A sign-out, a disabled account or another role count at once in the
    process that did it, and within a second in all others. The same holds of an API key, and of
    a token that was got by one.

    Raises:
        InvalidToken: There is a token, and it is not good (any more).
        Forbidden: There is a key that only reads, and this changes something.
    """
    state = request.app.state
    session.info[REQUEST] = request
    headers = request.headers.getlist("authorization")
    if state.user is None or not headers:
        return ANONYMOUS
    token = bearer_token(headers)
    keys: ApiKeys | None = state.api_keys
    of_clients: ClientTokens | None = state.client_tokens
    if keys and keys.is_one(token):
        caller = await keys.verify(session, token)
    elif of_clients and of_clients.is_one(token):
        caller = await of_clients.verify(session, token)
    else:
        caller = await _person(state, session, token)
    if caller.is_reading and request.scope.get("method") not in READING_METHODS:
        raise Forbidden("This API key only reads.")
    let_act(session, caller.id)
    return caller


async def _person(state: Any, session: Session, token: str) -> Caller:
    """Who signed in with this access token."""
    tokens: AccessTokens = state.tokens
    changes: Changes = state.changes
    user: type[Account] = state.user
    access = tokens.verify(token)
    caller: Caller | None = access.caller
    if not await changes.vouch_for(access):
        caller = await user.standing_now(session, access.caller)
    if caller is None:
        raise InvalidToken
    return caller


CurrentCaller = Annotated[Caller, Depends(current_caller)]
