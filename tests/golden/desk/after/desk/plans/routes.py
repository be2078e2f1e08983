"""The endpoints of plans."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from desk.plans.policy import POLICY
from desk.plans.schemas import PlanQuery, PlanRead
from desk.plans.service import Plans

router = APIRouter(prefix="/plans", tags=["plans"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_plans(
    query: Annotated[PlanQuery, Query()], plans: Plans, links: PageLinks
) -> Page[PlanRead]:
    """List plans."""
    return links.add(await plans.page(query))


@router.get("/{plan_id}", dependencies=[allow(POLICY.read)])
async def read_plan(plan_id: UUID, plans: Plans) -> PlanRead:
    """Read one plan."""
    return await plans.read(plan_id)
