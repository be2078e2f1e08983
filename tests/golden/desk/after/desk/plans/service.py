"""The rules of plans."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from desk.plans.models import Plan
from desk.plans.repository import PlanRepository
from desk.plans.schemas import PlanRead


class PlanService(Service[Plan, Never, Never, PlanRead]):
    """What can happen to a plan; override a method to add a rule."""


async def get_plans(session: Session, caller: CurrentCaller) -> PlanService:
    """The service of plans for this request and its caller."""
    return PlanService(PlanRepository(session, caller))


Plans = Annotated[PlanService, Depends(get_plans)]
