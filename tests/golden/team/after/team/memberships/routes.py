"""The endpoints of memberships."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from team.memberships.policy import POLICY
from team.memberships.schemas import (
    MembershipCreate,
    MembershipQuery,
    MembershipRead,
    MembershipUpdate,
)
from team.memberships.service import Memberships

router = APIRouter(prefix="/memberships", tags=["memberships"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_memberships(
    query: Annotated[MembershipQuery, Query()], memberships: Memberships, links: PageLinks
) -> Page[MembershipRead]:
    """List memberships."""
    return links.add(await memberships.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_membership(body: MembershipCreate, memberships: Memberships) -> MembershipRead:
    """Add a membership."""
    return await memberships.create(body)


@router.get("/{membership_id}", dependencies=[allow(POLICY.read)])
async def read_membership(membership_id: UUID, memberships: Memberships) -> MembershipRead:
    """Read one membership."""
    return await memberships.read(membership_id)


@router.patch("/{membership_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_membership(
    membership_id: UUID, body: MembershipUpdate, memberships: Memberships
) -> MembershipRead:
    """Change a membership; what the body leaves out stays."""
    return await memberships.update(membership_id, body)


@router.delete("/{membership_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_membership(membership_id: UUID, memberships: Memberships) -> None:
    """Delete a membership."""
    await memberships.delete(membership_id)
