"""The endpoints of users."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.access import anyone, signed_in
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from shop.users.policy import POLICY
from shop.users.schemas import SignUp, UserQuery, UserRead, UserUpdate
from shop.users.service import Users

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


@router.patch("/{user_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_user(user_id: UUID, body: UserUpdate, users: Users) -> UserRead:
    """Change a user; what the body leaves out stays."""
    return await users.update(user_id, body)
