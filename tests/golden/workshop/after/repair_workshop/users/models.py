"""The table of users."""

from datetime import date
from uuid import UUID

from keel.auth import Account
from keel.data import Searched
from sqlalchemy import Index
from sqlmodel import Field


class User(Account, table=True):
    """Who can sign in."""

    __tablename__ = "users"
    __table_args__ = (Index(None, "role", "id"), Index(None, "nickname", "id"))
    searched = Searched(email=1, nickname=1)

    nickname: str = Field(max_length=40, unique=True)
    team_id: UUID | None = Field(
        default=None, foreign_key="teams.id", ondelete="RESTRICT", index=True
    )
    hired: date | None = None
    current_id: UUID | None = Field(
        default=None, foreign_key="order_lines.id", ondelete="SET NULL", index=True
    )
