"""The table of users."""

from uuid import UUID

from keel.auth import Account
from keel.data import Searched
from sqlmodel import Field


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
    searched = Searched(email=1)

    team_id: UUID | None = Field(
        default=None, foreign_key="teams.id", ondelete="RESTRICT", index=True
    )
