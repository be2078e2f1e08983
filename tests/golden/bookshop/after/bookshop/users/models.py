"""The table of users."""

from keel.auth import Account


class User(Account, table=True):
    """Who can sign in; `keel.auth.Account` brings e-mail, password, role and state."""

    __tablename__ = "users"
