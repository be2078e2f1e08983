"""The table of users."""

from keel.auth import Account


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
