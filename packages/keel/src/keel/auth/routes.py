"""The endpoints of signing in, and of getting back in."""

from typing import Annotated

from fastapi import APIRouter, Form

from keel.access import anyone, signed_in
from keel.auth import sign_ins
from keel.auth.caller import CurrentCaller
from keel.auth.context import Context
from keel.auth.guard import allow
from keel.auth.recovery import emails, passwords
from keel.auth.schemas import (
    EmailChange,
    EmailGiven,
    PasswordChange,
    PasswordReset,
    Refresh,
    SignIn,
    TokenGiven,
    Tokens,
)
from keel.auth.sessions.routes import router as sessions_router
from keel.problems import Conflict, TooManyRequests, Unauthorized, answers

auth_router = APIRouter(prefix="/auth", tags=["auth"])


@auth_router.post(
    "/sign-in",
    dependencies=[allow(anyone)],
    responses=answers(Unauthorized, TooManyRequests),
)
async def sign_in(body: Annotated[SignIn, Form()], context: Context) -> Tokens:
    """Sign in with e-mail and password."""
    return await sign_ins.sign_in(context, body)


@auth_router.post("/refresh", dependencies=[allow(anyone)], responses=answers(Unauthorized))
async def refresh(body: Refresh, context: Context) -> Tokens:
    """Exchange a refresh token for a new pair of tokens; each is good once."""
    return await sign_ins.refresh(context, body)


@auth_router.post("/sign-out", status_code=204, dependencies=[allow(signed_in, by_key=False)])
async def sign_out(caller: CurrentCaller, context: Context) -> None:
    """End this session; its tokens are worth nothing from now on."""
    await sign_ins.sign_out(context, caller)


@auth_router.post(
    "/change-password",
    status_code=204,
    dependencies=[allow(signed_in, by_key=False)],
    responses=answers(TooManyRequests),
)
async def change_password(body: PasswordChange, caller: CurrentCaller, context: Context) -> None:
    """Choose a new password; your other sessions end."""
    await passwords.change_password(context, caller, body)


@auth_router.post(
    "/forgot-password",
    status_code=204,
    dependencies=[allow(anyone)],
    responses=answers(TooManyRequests),
)
async def forgot_password(body: EmailGiven, context: Context) -> None:
    """Ask for a mail with a token to choose a new password."""
    await passwords.forgot_password(context, body.email)


@auth_router.post(
    "/reset-password",
    status_code=204,
    dependencies=[allow(anyone)],
    responses=answers(TooManyRequests),
)
async def reset_password(body: PasswordReset, context: Context) -> None:
    """Choose a new password with the token of a mail; all your sessions end."""
    await passwords.reset_password(context, body)


@auth_router.post(
    "/change-email",
    status_code=204,
    dependencies=[allow(signed_in, by_key=False)],
    responses=answers(TooManyRequests),
)
async def change_email(body: EmailChange, caller: CurrentCaller, context: Context) -> None:
    """Ask for another e-mail; a mail with a token goes there, and a note to the present one."""
    await emails.change_email(context, caller, body)


@auth_router.post(
    "/confirm-email",
    status_code=204,
    dependencies=[allow(anyone)],
    responses=answers(Conflict, TooManyRequests),
)
async def confirm_email(body: TokenGiven, context: Context) -> None:
    """Give your account the e-mail that the token of this body was mailed to."""
    await emails.confirm_email(context, body.token)


auth_router.include_router(sessions_router)
