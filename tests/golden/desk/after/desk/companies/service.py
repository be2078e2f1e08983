"""The rules of companies."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from desk.companies.models import Company
from desk.companies.repository import CompanyRepository
from desk.companies.schemas import CompanyRead, CompanyUpdate
from desk.plans.repository import PlanRepository


class CompanyService(Service[Company, Never, CompanyUpdate, CompanyRead]):
    """What can happen to a company; override a method to add a rule."""


async def get_companies(session: Session, caller: CurrentCaller) -> CompanyService:
    """The service of companies for this request and its caller."""
    return CompanyService(
        CompanyRepository(session, caller),
        plan_id=PlanRepository(session, caller),
    )


Companies = Annotated[CompanyService, Depends(get_companies)]
