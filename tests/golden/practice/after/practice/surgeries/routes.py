"""The endpoints of surgeries."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from practice.surgeries.policy import POLICY
from practice.surgeries.schemas import SurgeryCreate, SurgeryQuery, SurgeryRead, SurgeryUpdate
from practice.surgeries.service import Surgeries

router = APIRouter(prefix="/surgeries", tags=["surgeries"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_surgeries(
    query: Annotated[SurgeryQuery, Query()], surgeries: Surgeries, links: PageLinks
) -> Page[SurgeryRead]:
    """List surgeries."""
    return links.add(await surgeries.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_surgery(body: SurgeryCreate, surgeries: Surgeries) -> SurgeryRead:
    """Add a surgery."""
    return await surgeries.create(body)


@router.get("/{surgery_id}", dependencies=[allow(POLICY.read)])
async def read_surgery(surgery_id: UUID, surgeries: Surgeries) -> SurgeryRead:
    """Read one surgery."""
    return await surgeries.read(surgery_id)


@router.patch("/{surgery_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_surgery(
    surgery_id: UUID, body: SurgeryUpdate, surgeries: Surgeries
) -> SurgeryRead:
    """Change a surgery; what the body leaves out stays."""
    return await surgeries.update(surgery_id, body)


@router.delete(
    "/{surgery_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_surgery(surgery_id: UUID, surgeries: Surgeries) -> None:
    """Delete a surgery."""
    await surgeries.delete(surgery_id)
