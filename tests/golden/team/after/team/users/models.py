"""The table of users."""

from keel.auth import Account
from keel.data import Searched
from sqlmodel import Field


class User(Account, table=True):
    """Somebody who works on projects."""

    __tablename__ = "users"
    searched = Searched(email=1)

    name: str = Field(max_length=80)
