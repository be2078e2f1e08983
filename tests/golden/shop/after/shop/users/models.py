"""The table of users."""

from enum import StrEnum

from keel.auth import Account
from keel.data import Searched, list_of
from sqlmodel import Field


class UserPermission(StrEnum):
    """Values of `User.permissions`."""

    REFUND = "refund"


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
    searched = Searched(email=1)

    permissions: list[UserPermission] = Field(default=[], sa_type=list_of(UserPermission))
