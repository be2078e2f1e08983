"""The table of users."""

from datetime import date

from keel.auth import Account
from keel.data import Searched, today
from sqlmodel import Field


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
    searched = Searched(email=1)

    joined: date = Field(default_factory=today)
