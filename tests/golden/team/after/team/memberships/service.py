"""The rules of memberships."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from team.memberships.models import Membership
from team.memberships.repository import MembershipRepository
from team.memberships.schemas import MembershipCreate, MembershipRead, MembershipUpdate
from team.projects.repository import ProjectRepository
from team.users.repository import UserRepository


class MembershipService(Service[Membership, MembershipCreate, MembershipUpdate, MembershipRead]):
    """What can happen to a membership; override a method to add a rule."""


async def get_memberships(session: Session, caller: CurrentCaller) -> MembershipService:
    """The service of memberships for this request and its caller."""
    return MembershipService(
        MembershipRepository(session, caller),
        project_id=ProjectRepository(session, caller),
        user_id=UserRepository(session, caller),
    )


Memberships = Annotated[MembershipService, Depends(get_memberships)]
