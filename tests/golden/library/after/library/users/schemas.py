"""What callers send and receive about users."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import Field

from library.roles import Role

UserInclude = Literal["reviews", "books_by_editor"]
Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]


class SignUp(Input):
    """What a person gives to get an account."""

    email: Email
    password: NewPassword


class UserRead(Output):
    """An account as callers see it."""

    id: UUID
    email: str
    role: Role
    is_active: bool
    lent_count: Annotated[int, Field(description="Count of books by readers.")]
    created_at: datetime
    updated_at: datetime


class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    sort: Literal["created_at", "-created_at", "relevance"] = "relevance"
    q: Words | None = None
    include: Sequence[UserInclude] = ()
