"""The table of users."""

from keel.auth import Account
from sqlmodel import Field


class User(Account, table=True):
    """Somebody who works on projects."""

    __tablename__ = "users"

    name: str = Field(max_length=80)
