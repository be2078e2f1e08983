"""The table of categories."""

from uuid import UUID

from keel.data import Model
from sqlmodel import Field


class Category(Model, table=True):
    """What issues are sorted into."""

    __tablename__ = "categories"

    name: str = Field(max_length=80)
    parent_id: UUID | None = Field(
        default=None, foreign_key="categories.id", ondelete="RESTRICT", index=True
    )
