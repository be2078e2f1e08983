"""The table of memberships."""

from enum import StrEnum
from uuid import UUID

from keel.data import Model, choice
from sqlalchemy import UniqueConstraint
from sqlmodel import Field


class MembershipRole(StrEnum):
    """Values of `Membership.role`."""

    GUEST = "guest"
    DEVELOPER = "developer"
    LEAD = "lead"


class Membership(Model, table=True):
    """Who works on a project, and as what."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("project_id", "user_id"),)

    project_id: UUID = Field(foreign_key="projects.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    role: MembershipRole = Field(
        default=MembershipRole.GUEST, sa_type=choice(MembershipRole), index=True
    )
