"""The endpoints of remarks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from almanac.remarks.policy import POLICY
from almanac.remarks.schemas import RemarkCreate, RemarkQuery, RemarkRead
from almanac.remarks.service import Remarks

router = APIRouter(tags=["remarks"])


@router.get("/articles/{article_id}/remarks", dependencies=[allow(POLICY.list)])
async def list_remarks(
    article_id: UUID, query: Annotated[RemarkQuery, Query()], remarks: Remarks, links: PageLinks
) -> Page[RemarkRead]:
    """List remarks."""
    await remarks.within(article_id=article_id)
    return links.add(await remarks.page(query))


@router.post("/articles/{article_id}/remarks", status_code=201, dependencies=[allow(POLICY.create)])
async def create_remark(article_id: UUID, body: RemarkCreate, remarks: Remarks) -> RemarkRead:
    """Add a remark."""
    await remarks.within(article_id=article_id)
    return await remarks.create(body)


@router.get("/remarks/{remark_id}", dependencies=[allow(POLICY.read)])
async def read_remark(remark_id: UUID, remarks: Remarks) -> RemarkRead:
    """Read one remark."""
    return await remarks.read(remark_id)
