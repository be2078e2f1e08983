"""The endpoints of users."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.access import signed_in
from keel.auth import PasswordGiven, allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, TooManyRequests, answers

from repair_workshop.users.policy import POLICY
from repair_workshop.users.schemas import ProfileChange, UserCreate, UserQuery, UserRead, UserUpdate
from repair_workshop.users.service import Users

router = APIRouter(prefix="/users", tags=["users"])


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


@router.patch("/me", dependencies=[allow(signed_in)], responses=answers(Conflict))
async def update_me(body: ProfileChange, users: Users) -> UserRead:
    """Change your own account; what the body leaves out stays."""
    return await users.update_own(body)


@router.get("", dependencies=[allow(POLICY.list)])
async def list_users(
    query: Annotated[UserQuery, Query()], users: Users, links: PageLinks
) -> CursorPage[UserRead]:
    """List users."""
    return links.add(await users.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_user(body: UserCreate, users: Users) -> UserRead:
    """Add a user."""
    return await users.create(body)


@router.get("/{user_id}", dependencies=[allow(POLICY.read)])
async def read_user(user_id: UUID, users: Users) -> UserRead:
    """Read one user."""
    return await users.read(user_id)


@router.patch("/{user_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_user(user_id: UUID, body: UserUpdate, users: Users) -> UserRead:
    """Change a user; what the body leaves out stays."""
    return await users.update(user_id, body)
