"""The endpoints of companies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from desk.companies.policy import POLICY
from desk.companies.schemas import CompanyQuery, CompanyRead, CompanyUpdate
from desk.companies.service import Companies

router = APIRouter(prefix="/companies", tags=["companies"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_companies(
    query: Annotated[CompanyQuery, Query()], companies: Companies, links: PageLinks
) -> Page[CompanyRead]:
    """List companies."""
    return links.add(await companies.page(query))


@router.get("/{company_id}", dependencies=[allow(POLICY.read)])
async def read_company(company_id: UUID, companies: Companies) -> CompanyRead:
    """Read one company."""
    return await companies.read(company_id)


@router.patch("/{company_id}", dependencies=[allow(POLICY.update)])
async def update_company(
    company_id: UUID, body: CompanyUpdate, companies: Companies
) -> CompanyRead:
    """Change a company; what the body leaves out stays."""
    return await companies.update(company_id, body)
