"""The endpoints of users."""

from fastapi import APIRouter
from keel.access import anyone, signed_in
from keel.auth import allow
from keel.problems import Conflict, answers

from almanac.users.schemas import SignUp, UserRead
from almanac.users.service import Users

router = APIRouter(prefix="/users", tags=["users"])


@router.post("/sign-up", status_code=201, dependencies=[allow(anyone)], responses=answers(Conflict))
async def sign_up(body: SignUp, users: Users) -> UserRead:
    """Open an account; sign in with it at `POST /auth/sign-in`."""
    return await users.sign_up(body)


@router.get("/me", dependencies=[allow(signed_in)])
async def read_me(users: Users) -> UserRead:
    """Read your own account."""
    return await users.read_own()


@router.delete("/me", status_code=204, dependencies=[allow(signed_in)])
async def delete_me(users: Users) -> None:
    """Delete your own account and what belongs to it."""
    await users.delete_own()
