"""The endpoints of signing in."""

from typing import Annotated

from fastapi import APIRouter, Form

from keel.access import anyone, signed_in
from keel.auth.caller import CurrentCaller
from keel.auth.guard import allow
from keel.auth.schemas import PasswordChange, Refresh, SignIn, Tokens
from keel.auth.sign_ins import SignIns
from keel.problems import TooManyRequests, Unauthorized, answers

auth_router = APIRouter(prefix="/auth", tags=["auth"])


@auth_router.post(
    "/sign-in",
    dependencies=[allow(anyone)],
    responses=answers(Unauthorized, TooManyRequests),
)
async def sign_in(body: Annotated[SignIn, Form()], sign_ins: SignIns) -> Tokens:
    """Sign in with e-mail and password."""
    return await sign_ins.sign_in(body)


@auth_router.post("/refresh", dependencies=[allow(anyone)], responses=answers(Unauthorized))
async def refresh(body: Refresh, sign_ins: SignIns) -> Tokens:
    """Exchange a refresh token for a new pair of tokens; each is good once."""
    return await sign_ins.refresh(body)


@auth_router.post("/sign-out", status_code=204, dependencies=[allow(signed_in)])
async def sign_out(caller: CurrentCaller, sign_ins: SignIns) -> None:
    """End this session; its tokens are worth nothing from now on."""
    await sign_ins.sign_out(caller)


@auth_router.post(
    "/change-password",
    status_code=204,
    dependencies=[allow(signed_in)],
    responses=answers(TooManyRequests),
)
async def change_password(body: PasswordChange, caller: CurrentCaller, sign_ins: SignIns) -> None:
    """Choose a new password; your other sessions end."""
    await sign_ins.change_password(caller, body)
