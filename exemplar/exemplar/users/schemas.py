"""What callers send and receive about users."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

from exemplar.roles import Role

# grow: aliases
FullName = Annotated[str, Field(max_length=120, examples=["Ada Lovelace"])]
Words = Annotated[str, Field(max_length=200, description="Words to find in email.")]
# end


# grow: sign_up
class SignUp(Input):
    """What a person gives to get an account."""

    # grow: sign_up_columns
    email: Email
    password: NewPassword
    full_name: FullName | None = None
    # end


# grow: profile
class ProfileChange(Input):
    """What people may change of their own account; what is absent stays."""

    # grow: profile_columns
    full_name: FullName | MISSING | None = MISSING
    # end


# grow: create
class UserCreate(SignUp):
    """An account to add for somebody."""

    # grow: create_columns
    role: Role = Role.MEMBER
    is_active: bool = True
    # end


# grow: update
class UserUpdate(ProfileChange):
    """What to change of an account; what is absent stays."""

    # grow: update_columns
    email: Email | MISSING = MISSING
    password: NewPassword | MISSING = MISSING
    role: Role | MISSING = MISSING
    is_active: bool | MISSING = MISSING
    # end


class UserRead(Output):
    """An account as callers see it."""

    # grow: read_columns
    id: UUID
    email: str
    role: Role
    is_active: bool
    full_name: Annotated[str, Field(examples=["Ada Lovelace"])] | None
    created_at: datetime
    updated_at: datetime
    # end


# grow: query
class UserQuery(PageQuery):
    """Which users to list, in what order, and how many."""

    # grow: query_columns
    sort: Literal["created_at", "-created_at", "email", "-email", "relevance"] = "relevance"
    q: Words | None = None
    email: Email | None = None
    role: Role | None = None
    is_active: bool | None = None
    # end
