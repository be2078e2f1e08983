"""The table of users."""

from keel.auth import Account
from keel.data import Searched
from sqlmodel import Field


class User(Account, table=True):
    """A person with an account."""

    __tablename__ = "users"
    searched = Searched(email=1)

    full_name: str | None = Field(default=None, max_length=255)
