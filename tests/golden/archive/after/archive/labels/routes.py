"""The endpoints of labels."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks, PageQuery
from keel.problems import Conflict, answers

from archive.labels.policy import POLICY
from archive.labels.schemas import LabelCreate, LabelDeleted, LabelQuery, LabelRead
from archive.labels.service import Labels

router = APIRouter(prefix="/labels", tags=["labels"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_labels(
    query: Annotated[LabelQuery, Query()], labels: Labels, links: PageLinks
) -> Page[LabelRead]:
    """List labels."""
    return links.add(await labels.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_label(body: LabelCreate, labels: Labels) -> LabelRead:
    """Add a label."""
    return await labels.create(body)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_labels(
    query: Annotated[PageQuery, Query()], labels: Labels, links: PageLinks
) -> Page[LabelDeleted]:
    """List deleted labels, the last deleted first."""
    return links.add(await labels.deleted(query, LabelDeleted))


@router.get("/{label_id}", dependencies=[allow(POLICY.read)])
async def read_label(label_id: UUID, labels: Labels) -> LabelRead:
    """Read one label."""
    return await labels.read(label_id)


@router.delete("/{label_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_label(label_id: UUID, labels: Labels) -> None:
    """Delete a label."""
    await labels.delete(label_id)


@router.delete("/deleted/{label_id}", status_code=204, dependencies=[allow(POLICY.purge)])
async def purge_label(label_id: UUID, labels: Labels) -> None:
    """Delete a deleted label for good."""
    await labels.purge(label_id)
