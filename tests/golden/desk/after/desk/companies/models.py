"""The table of companies."""

from uuid import UUID

from keel.data import Model
from sqlmodel import Field


class Company(Model, table=True):
    """Who pays for a desk."""

    __tablename__ = "companies"
    tenant_field = "id"

    name: str = Field(max_length=120)
    plan_id: UUID | None = Field(
        default=None, foreign_key="plans.id", ondelete="RESTRICT", index=True
    )
