"""What callers send and receive about users."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

from ledger.roles import Role

Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]


class SignUp(Input):
    """What a person gives to get an account."""

    email: Email
    password: NewPassword
    team_id: UUID | None = None


class ProfileChange(Input):
    """What people may change of their own account; what is absent stays."""

    team_id: UUID | MISSING | None = MISSING


class UserCreate(SignUp):
    """An account to add for somebody."""

    role: Role = Role.MEMBER
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
    team_id: UUID | None
    open_tasks: Annotated[int, Field(description="Count of tasks by assignee where state = open.")]
    created_at: datetime
    updated_at: datetime


class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "open_tasks", "-open_tasks", "relevance"] = (
        "relevance"
    )
    q: Words | None = None
