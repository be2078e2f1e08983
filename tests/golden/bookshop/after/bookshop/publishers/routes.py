"""The endpoints of publishers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from bookshop.publishers.policy import POLICY
from bookshop.publishers.schemas import (
    PublisherCreate,
    PublisherQuery,
    PublisherRead,
    PublisherUpdate,
)
from bookshop.publishers.service import Publishers

router = APIRouter(prefix="/publishers", tags=["publishers"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_publishers(
    query: Annotated[PublisherQuery, Query()], publishers: Publishers, links: PageLinks
) -> Page[PublisherRead]:
    """List publishers."""
    return links.add(await publishers.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_publisher(body: PublisherCreate, publishers: Publishers) -> PublisherRead:
    """Add a publisher."""
    return await publishers.create(body)


@router.get("/{publisher_id}", dependencies=[allow(POLICY.read)])
async def read_publisher(publisher_id: UUID, publishers: Publishers) -> PublisherRead:
    """Read one publisher."""
    return await publishers.read(publisher_id)


@router.patch("/{publisher_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_publisher(
    publisher_id: UUID, body: PublisherUpdate, publishers: Publishers
) -> PublisherRead:
    """Change a publisher; what the body leaves out stays."""
    return await publishers.update(publisher_id, body)


@router.delete("/{publisher_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_publisher(publisher_id: UUID, publishers: Publishers) -> None:
    """Delete a publisher."""
    await publishers.delete(publisher_id)
