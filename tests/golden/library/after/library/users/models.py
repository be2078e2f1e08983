"""The table of users."""

from keel.auth import Account
from keel.data import Searched


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
    searched = Searched(email=1)
