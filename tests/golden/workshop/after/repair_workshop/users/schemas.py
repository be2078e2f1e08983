"""What callers send and receive about users."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import CursorQuery, Email, Input, Output
from pydantic import MISSING, Field

from repair_workshop.roles import Role

Nickname = Annotated[str, Field(min_length=2, max_length=40)]
Words = Annotated[str, Field(max_length=200, description="Words to find in email and nickname.")]


class ProfileChange(Input):
    """What people may change of their own account; what is absent stays."""

    nickname: Nickname | MISSING = MISSING
    team_id: UUID | MISSING | None = MISSING
    current_id: UUID | MISSING | None = MISSING


class UserCreate(Input):
    """An account to add for somebody."""

    email: Email
    password: NewPassword
    nickname: Nickname
    team_id: UUID | None = None
    current_id: UUID | None = None
    role: Role = Role.GUEST
    is_active: bool = True


class UserUpdate(ProfileChange):
    """What to change of an account; what is absent stays."""

    email: Email | MISSING = MISSING
    password: NewPassword | MISSING = MISSING
    role: Role | MISSING = MISSING
    is_active: bool | MISSING = MISSING


class UserRead(Output):
    """An account as callers see it."""

    id: UUID
    email: str
    role: Role
    is_active: bool
    nickname: str
    team_id: UUID | None
    hired: date | None
    current_id: UUID | None
    created_at: datetime
    updated_at: datetime


class UserQuery(CursorQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "nickname", "-nickname", "email", "-email", "relevance"
    ] = "relevance"
    q: Words | None = None
    role: Role | None = None
    team_id: UUID | None = None
