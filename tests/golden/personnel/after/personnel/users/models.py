"""The table of users."""

from enum import StrEnum

from keel.auth import Account
from keel.data import Searched, list_of
from sqlmodel import Field


class UserPermission(StrEnum):
    """Values of `User.permissions`."""

    SEE_PAY = "see_pay"


class User(Account, table=True):
    """Somebody who can sign in."""

    __tablename__ = "users"
    searched = Searched(email=1)

    name: str = Field(max_length=80)
    phone: str | None = Field(default=None, max_length=30, repr=False)
    badge: str | None = Field(default=None, max_length=12)
    permissions: list[UserPermission] = Field(default=[], sa_type=list_of(UserPermission))
