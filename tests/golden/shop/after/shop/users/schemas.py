"""What callers send and receive about users."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

from shop.roles import Role
from shop.users.models import UserPermission

Permissions = Annotated[list[UserPermission], Field(max_length=1)]
Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]


class SignUp(Input):
    """What a person gives to get an account."""

    email: Email
    password: NewPassword


class UserUpdate(Input):
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
    permissions: list[UserPermission]
    created_at: datetime
    updated_at: datetime


class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
