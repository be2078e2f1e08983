"""What accounts work with in one request: its database, its settings, where it comes from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from fastapi import Depends
from fastapi.requests import HTTPConnection

from keel.audit import record, record_refusal
from keel.auth.caller import REQUEST
from keel.auth.sessions.device import Device
from keel.auth.throttling.throttle import Throttle
from keel.data import Session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from keel.auth.account import Account
    from keel.auth.api_keys.verifier import ApiKeys
    from keel.auth.mails.account_mails import AccountMails
    from keel.auth.passwords.policy import PasswordPolicy
    from keel.auth.tokens.access_tokens import AccessTokens
    from keel.settings import Settings

    SecondStep = Callable[["AuthContext", Account], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class AuthContext:
    """What accounts work with in one request.

    Attributes:
        second_step: Lets pass who has proved enough by a password; `None` where it always is.
        api_keys: The keys of programs; `None` where there are none.
        device: Where the request comes from.
    """

    session: Session
    user: "type[Account]"
    settings: "Settings"
    tokens: "AccessTokens"
    throttle: Throttle
    passwords: "PasswordPolicy"
    mails: "AccountMails"
    second_step: "SecondStep | None"
    api_keys: "ApiKeys | None"
    device: Device

    def note(self, event: str, account: UUID | None, *, by: UUID | None = None) -> None:
        """Add to the audit that something was done to an account, by its owner unless said."""
        record(
            self.session,
            event,
            actor_id=by or account,
            subject_id=account,
            address=self.device.address,
        )

    async def note_refusal(self, event: str, account: UUID | None) -> None:
        """Add to the audit that something was refused, and commit."""
        await record_refusal(self.session, event, subject_id=account, address=self.device.address)


def context_of(session: Any) -> AuthContext:
    """The context of the request that a session belongs to.

    Raises:
        LookupError: It belongs to none.
    """
    return _context(session.info[REQUEST], session)


async def get_context(request: HTTPConnection, session: Session) -> AuthContext:
    """The context of this request."""
    return _context(request, session)


def _context(request: HTTPConnection, session: Any) -> AuthContext:
    state = request.app.state
    return AuthContext(
        session=session,
        user=state.user,
        settings=state.settings,
        tokens=state.tokens,
        throttle=state.throttle,
        passwords=state.passwords,
        mails=state.mails,
        second_step=state.second_step,
        api_keys=state.api_keys,
        device=Device.of(request),
    )


Context = Annotated[AuthContext, Depends(get_context)]
