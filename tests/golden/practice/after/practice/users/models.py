"""The table of users."""

from datetime import date

from keel.auth import Account
from keel.data import today
from sqlmodel import Field


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"

    joined: date = Field(default_factory=today)
