"""The table of sessions: one row a sign-in, which is one family of refresh tokens."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from keel.data import Model

LONGEST_USER_AGENT = 255
LONGEST_ADDRESS = 45  # of IPv6 with an IPv4 address in it


class AuthSession(Model, table=True):
    """A sign-in that lasts until it is ended, or until `expires_at` however much it is used.

    Attributes:
        family_hash: Names the family of refresh tokens; SHA-256, in hex.
        token_hash: The one refresh token that is good now; SHA-256, in hex.
        rotated_at: When that one replaced the one before: the last use, but for an access token's
            life.
        user_agent: What the program that signed in calls itself, cut to fit.
        address: Where it signed in from.
    """

    __tablename__ = "auth_sessions"

    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    family_hash: str = Field(max_length=64, unique=True)
    token_hash: str = Field(max_length=64)
    rotated_at: datetime
    expires_at: datetime
    user_agent: str = Field(default="", max_length=LONGEST_USER_AGENT)
    address: str = Field(default="", max_length=LONGEST_ADDRESS)
