"""The endpoints of notices."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from noticeboard.notices.policy import POLICY
from noticeboard.notices.schemas import NoticeCreate, NoticeQuery, NoticeRead
from noticeboard.notices.service import Notices

router = APIRouter(prefix="/notices", tags=["notices"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_notices(
    query: Annotated[NoticeQuery, Query()], notices: Notices, links: PageLinks
) -> Page[NoticeRead]:
    """List notices."""
    return links.add(await notices.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_notice(body: NoticeCreate, notices: Notices) -> NoticeRead:
    """Add a notice."""
    return await notices.create(body)


@router.get("/{notice_id}", dependencies=[allow(POLICY.read)])
async def read_notice(notice_id: UUID, notices: Notices) -> NoticeRead:
    """Read one notice."""
    return await notices.read(notice_id)


@router.delete("/{notice_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_notice(notice_id: UUID, notices: Notices) -> None:
    """Delete a notice."""
    await notices.delete(notice_id)
