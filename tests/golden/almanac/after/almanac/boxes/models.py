"""The table of boxes."""

from uuid import UUID

from keel.data import Model, Searched
from sqlmodel import Field


class Box(Model, table=True):
    """Where articles are kept, one box within another."""

    __tablename__ = "boxes"
    searched = Searched(label=1)

    label: str = Field(max_length=80)
    within_id: UUID | None = Field(
        default=None, foreign_key="boxes.id", ondelete="CASCADE", index=True
    )
