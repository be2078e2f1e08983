"""What callers send and receive about users."""

from datetime import datetime
from uuid import UUID

from keel.auth import NewPassword
from keel.data import Email, Input, Output

from archive.roles import Role


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
    created_at: datetime
    updated_at: datetime
