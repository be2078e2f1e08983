"""The table of users."""

from keel.auth import Account
from keel.data import Searched
from sqlalchemy import Index
from sqlmodel import Field


class User(Account, table=True):
    # grow: about
    """Who can sign in."""

    __tablename__ = "users"
    # grow: indexes
    __table_args__ = (Index(None, "role", "id"), Index(None, "is_active", "id"))
    searched = Searched(email=1)
    # end

    # grow: columns
    full_name: str | None = Field(default=None, max_length=120)
    # end
