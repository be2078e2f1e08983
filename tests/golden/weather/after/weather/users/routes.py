"""The endpoints of users."""

from fastapi import APIRouter
from keel.access import anyone, signed_in
from keel.auth import PasswordGiven, TokenGiven, allow
from keel.problems import Conflict, TooManyRequests, answers

from weather.users.schemas import SignUp, UserRead
from weather.users.service import Users

router = APIRouter(prefix="/users", tags=["users"])


@router.post(
    "/sign-up",
    status_code=204,
    dependencies=[allow(anyone)],
    responses=answers(TooManyRequests),
)
async def sign_up(body: SignUp, users: Users) -> None:
    """Ask for an account; a mail brings the token that makes it."""
    await users.sign_up(body)


@router.post(
    "/verify-email",
    status_code=201,
    dependencies=[allow(anyone)],
    responses=answers(Conflict, TooManyRequests),
)
async def verify_email(body: TokenGiven, users: Users) -> UserRead:
    """Open the account that you asked for; sign in with it at `POST /auth/sign-in`."""
    return await users.verify_email(body)


@router.get("/me", dependencies=[allow(signed_in)])
async def read_me(users: Users) -> UserRead:
    """Read your own account."""
    return await users.read_own()


@router.post(
    "/me/delete",
    status_code=204,
    dependencies=[allow(signed_in)],
    responses=answers(TooManyRequests),
)
async def delete_me(body: PasswordGiven, users: Users) -> None:
    """Delete your own account and what belongs to it; say its password again."""
    await users.delete_own(body)
