"""The table of seats."""

from enum import StrEnum
from uuid import UUID

from keel.data import Model, choice
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class SeatRole(StrEnum):
    """Values of `Seat.role`."""

    MEMBER = "member"
    LEAD = "lead"


class Seat(Model, table=True):
    """Who belongs to a team, and as what."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("team_id", "user_id"),)

    team_id: UUID = Field(foreign_key="teams.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    role: SeatRole = Field(default=SeatRole.MEMBER, sa_type=choice(SeatRole))
