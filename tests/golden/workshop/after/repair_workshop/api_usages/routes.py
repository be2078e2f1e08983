"""The endpoints of api usages."""

from typing import Annotated

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from repair_workshop.api_usages.policy import POLICY
from repair_workshop.api_usages.schemas import ApiUsageCreate, ApiUsageQuery, ApiUsageRead
from repair_workshop.api_usages.service import ApiUsages

router = APIRouter(prefix="/api-usages", tags=["api_usages"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_api_usages(
    query: Annotated[ApiUsageQuery, Query()], api_usages: ApiUsages, links: PageLinks
) -> Page[ApiUsageRead]:
    """List api usages."""
    return links.add(await api_usages.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_api_usage(body: ApiUsageCreate, api_usages: ApiUsages) -> ApiUsageRead:
    """Add an api usage."""
    return await api_usages.create(body)
