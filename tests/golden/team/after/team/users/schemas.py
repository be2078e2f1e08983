"""What callers send and receive about users."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

from team.roles import Role

Name = Annotated[str, Field(min_length=1, max_length=80)]
Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]


class SignUp(Input):
    """What a person gives to get an account."""

    email: Email
    password: NewPassword
    name: Name


class ProfileChange(Input):
    """What people may change of their own account; what is absent stays."""

    name: Name | MISSING = MISSING


class UserRead(Output):
    """An account as callers see it."""

    id: UUID
    email: str
    role: Role
    is_active: bool
    name: str
    created_at: datetime
    updated_at: datetime


class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
