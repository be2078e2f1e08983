"""The endpoints of remarks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from archive.remarks.policy import POLICY
from archive.remarks.schemas import RemarkCreate, RemarkQuery, RemarkRead
from archive.remarks.service import Remarks

router = APIRouter(prefix="/remarks", tags=["remarks"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_remarks(
    query: Annotated[RemarkQuery, Query()], remarks: Remarks, links: PageLinks
) -> Page[RemarkRead]:
    """List remarks."""
    return links.add(await remarks.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_remark(body: RemarkCreate, remarks: Remarks) -> RemarkRead:
    """Add a remark."""
    return await remarks.create(body)


@router.get("/{remark_id}", dependencies=[allow(POLICY.read)])
async def read_remark(remark_id: UUID, remarks: Remarks) -> RemarkRead:
    """Read one remark."""
    return await remarks.read(remark_id)


@router.delete("/{remark_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_remark(remark_id: UUID, remarks: Remarks) -> None:
    """Delete a remark."""
    await remarks.delete(remark_id)
