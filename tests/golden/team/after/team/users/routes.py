"""The endpoints of users."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.access import anyone, signed_in
from keel.auth import PasswordGiven, TokenGiven, allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, TooManyRequests, answers

from team.users.policy import POLICY
from team.users.schemas import ProfileChange, SignUp, UserQuery, UserRead
from team.users.service import Users

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


@router.patch("/me", dependencies=[allow(signed_in)])
async def update_me(body: ProfileChange, users: Users) -> UserRead:
    """Change your own account; what the body leaves out stays."""
    return await users.update_own(body)


@router.get("", dependencies=[allow(POLICY.list)])
async def list_users(
    query: Annotated[UserQuery, Query()], users: Users, links: PageLinks
) -> Page[UserRead]:
    """List users."""
    return links.add(await users.page(query))


@router.get("/{user_id}", dependencies=[allow(POLICY.read)])
async def read_user(user_id: UUID, users: Users) -> UserRead:
    """Read one user."""
    return await users.read(user_id)
