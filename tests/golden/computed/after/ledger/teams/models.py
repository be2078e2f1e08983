"""The table of teams."""

from uuid import UUID

from keel.data import Model
from sqlmodel import Field


class Team(Model, table=True):
    """People who work together."""

    __tablename__ = "teams"

    name: str = Field(max_length=60, unique=True)
    lead_id: UUID | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )
