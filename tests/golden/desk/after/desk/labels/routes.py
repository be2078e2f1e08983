"""The endpoints of labels."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from desk.labels.policy import POLICY
from desk.labels.schemas import LabelCreate, LabelQuery, LabelRead, LabelUpdate
from desk.labels.service import Labels

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


@router.get("/{label_id}", dependencies=[allow(POLICY.read)])
async def read_label(label_id: UUID, labels: Labels) -> LabelRead:
    """Read one label."""
    return await labels.read(label_id)


@router.patch("/{label_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_label(label_id: UUID, body: LabelUpdate, labels: Labels) -> LabelRead:
    """Change a label; what the body leaves out stays."""
    return await labels.update(label_id, body)


@router.delete("/{label_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_label(label_id: UUID, labels: Labels) -> None:
    """Delete a label."""
    await labels.delete(label_id)
