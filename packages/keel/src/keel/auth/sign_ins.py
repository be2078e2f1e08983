"""Signing in, staying signed in, signing out.

Nothing tells whether an account exists: unknown, disabled and wrong get the same answer after
the same work. Source: OWASP ASVS 5.0 requirement 6.3.8.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from sqlmodel import col, select

from keel.access import Caller
from keel.auth.account import Account
from keel.auth.passwords.hashing import NOBODYS_HASH, check_password, hash_password
from keel.auth.passwords.strength import refuse_weak
from keel.auth.schemas import PasswordChange, Refresh, SignIn, Tokens
from keel.auth.sessions.device import Device
from keel.auth.sessions.ending import end_all, end_one
from keel.auth.sessions.model import AuthSession
from keel.auth.sessions.refresh_token import RefreshToken
from keel.auth.sessions.rotation import Sessions
from keel.auth.throttle import Throttle
from keel.auth.tokens.access import InvalidToken
from keel.data import Session
from keel.problems import FieldError, Invalid, Unauthorized

if TYPE_CHECKING:
    from keel.auth.tokens.access_tokens import AccessTokens
    from keel.settings import Settings


@dataclass(frozen=True, slots=True)
class SignInService:
    """What people do to be known; `device` is where this request comes from."""

    session: Session
    user: type[Account]
    settings: "Settings"
    tokens: "AccessTokens"
    throttle: Throttle
    device: Device

    async def sign_in(self, body: SignIn) -> Tokens:
        """Begin a session.

        Raises:
            Unauthorized: E-mail and password do not belong to an account that may sign in.
            TooManyRequests: There were too many wrong tries.
        """
        email = body.username
        self.throttle.admit(email, self.device.address)
        account = await self.session.scalar(select(self.user).where(self.user.email == email))
        verified = await self._verified(account, body.password)
        if verified is None:
            raise Unauthorized("E-mail and password do not belong to an account.")
        self.throttle.forgive(email, self.device.address)
        return await self._tokens(*await self._sessions.start(verified.id, self.device))

    async def refresh(self, body: Refresh) -> Tokens:
        """Go on with a session.

        Raises:
            Unauthorized: The session has ended, or ends now because an old token came back.
        """
        token = RefreshToken.parse(body.refresh_token)
        if token is None:
            raise Unauthorized("This is not a refresh token of this backend.")
        return await self._tokens(*await self._sessions.rotate(token))

    async def sign_out(self, caller: Caller) -> None:
        """End the caller's session; its tokens are worth nothing from now on."""
        if caller.id:
            await end_one(self.session, caller.id, caller.session_id)

    async def change_password(self, caller: Caller, body: PasswordChange) -> None:
        """Replace the caller's password and end their other sessions.

        Raises:
            Invalid: The present password is wrong, or the new one is weak.
            TooManyRequests: There were too many wrong tries.
            Unauthorized: The account is gone since the caller was let in.
        """
        known = await self.session.get(self.user, caller.id)
        if known is None:
            raise InvalidToken
        self.throttle.admit(known.email, self.device.address)
        account = await self._verified(known, body.current_password)
        if account is None:
            wrong = FieldError("body.current_password", "It is not the account's password.")
            raise Invalid(errors=[wrong])
        self.throttle.forgive(account.email, self.device.address)
        refuse_weak(
            body.new_password,
            email=account.email,
            min_length=self.settings.password_min_length,
            field="new_password",
        )
        account.password_hash = await hash_password(body.new_password)
        await end_all(self.session, account.id, but=caller.session_id)

    async def _verified(self, account: Account | None, password: str) -> Account | None:
        """The account, if the password is its own; against none it takes as long."""
        await self.session.commit()  # hashing takes time; nobody shall wait for the connection
        stored = account.password_hash if account else NOBODYS_HASH
        fits, stronger = await check_password(password, stored)
        if account is None or not fits:
            return None
        # Asked again: it may have been disabled, or got another password, in the meantime.
        still = select(self.user).where(
            self.user.id == account.id, self.user.password_hash == stored, col(self.user.is_active)
        )
        verified = await self.session.scalar(still.with_for_update(key_share=True))
        if verified and stronger:
            verified.password_hash = stronger
        return verified

    @property
    def _sessions(self) -> Sessions:
        return Sessions(self.session, self.user, self.settings)

    async def _tokens(self, row: AuthSession, refresh_token: RefreshToken) -> Tokens:
        known = Caller(id=row.user_id, session_id=row.id)
        caller = await self.user.standing_now(self.session, known)
        if caller is None:
            raise Unauthorized("The session has ended; sign in again.")
        token, life_s = self.tokens.sign(caller, row.expires_at.timestamp())
        return Tokens(
            access_token=token,
            expires_in=life_s,
            refresh_token=str(refresh_token),
        )


async def get_sign_ins(request: Request, session: Session) -> SignInService:
    """What this request may do to be known."""
    state = request.app.state
    if not hasattr(state, "throttle"):
        state.throttle = Throttle()
    return SignInService(
        session=session,
        user=state.user,
        settings=state.settings,
        tokens=state.tokens,
        throttle=state.throttle,
        device=Device.of(request),
    )


SignIns = Annotated[SignInService, Depends(get_sign_ins)]
