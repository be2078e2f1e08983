"""What callers send and receive about users."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

from personnel.roles import Role
from personnel.users.models import UserPermission

Name = Annotated[str, Field(min_length=1, max_length=80)]
Phone = Annotated[str, Field(max_length=30)]
Badge = Annotated[str, Field(min_length=1, max_length=12)]
Permissions = Annotated[list[UserPermission], Field(max_length=1)]
Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]


class SignUp(Input):
    """What a person gives to get an account."""

    email: Email
    password: NewPassword
    name: Name
    phone: Phone | None = Field(default=None, repr=False)
    badge: Badge | None = None


class ProfileChange(Input):
    """What people may change of their own account; what is absent stays."""

    name: Name | MISSING = MISSING
    phone: Phone | MISSING | None = Field(default=MISSING, repr=False)
    badge: Badge | MISSING | None = MISSING


class UserCreate(SignUp):
    """An account to add for somebody."""

    role: Role = Role.EMPLOYEE
    is_active: bool = True
    permissions: Permissions = Field(default=[])


class UserUpdate(ProfileChange):
    """What to change of an account; what is absent stays."""

    email: Email | MISSING = MISSING
    password: NewPassword | MISSING = MISSING
    role: Role | MISSING = MISSING
    is_active: bool | MISSING = MISSING
    permissions: Permissions | MISSING = MISSING


class UserRead(Output):
    """An account as callers see it."""

    id: UUID
    email: str
    role: Role
    is_active: bool
    name: str
    phone: str | MISSING | None = Field(default=MISSING, repr=False)
    badge: str | None
    permissions: list[UserPermission]
    created_at: datetime
    updated_at: datetime


class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
