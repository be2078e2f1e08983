"""The endpoints of visits."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from practice.visits.policy import POLICY
from practice.visits.schemas import (
    VisitConclude,
    VisitCreate,
    VisitPostpone,
    VisitQuery,
    VisitRead,
    VisitUpdate,
)
from practice.visits.service import Visits

router = APIRouter(prefix="/visits", tags=["visits"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_visits(
    query: Annotated[VisitQuery, Query()], visits: Visits, links: PageLinks
) -> CursorPage[VisitRead]:
    """List visits."""
    return links.add(await visits.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_visit(body: VisitCreate, visits: Visits) -> VisitRead:
    """Add a visit."""
    return await visits.create(body)


@router.get("/{visit_id}", dependencies=[allow(POLICY.read)])
async def read_visit(visit_id: UUID, visits: Visits) -> VisitRead:
    """Read one visit."""
    return await visits.read(visit_id)


@router.patch("/{visit_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_visit(visit_id: UUID, body: VisitUpdate, visits: Visits) -> VisitRead:
    """Change a visit; what the body leaves out stays."""
    return await visits.update(visit_id, body)


@router.delete("/{visit_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_visit(visit_id: UUID, visits: Visits) -> None:
    """Delete a visit."""
    await visits.delete(visit_id)


@router.post(
    "/{visit_id}/conclude",
    dependencies=[allow(POLICY.action("conclude"))],
    responses=answers(Conflict),
)
async def conclude_visit(visit_id: UUID, body: VisitConclude, visits: Visits) -> VisitRead:
    """Conclude a visit."""
    return await visits.conclude(visit_id, body)


@router.post(
    "/{visit_id}/postpone",
    dependencies=[allow(POLICY.action("postpone"))],
    responses=answers(Conflict),
)
async def postpone_visit(visit_id: UUID, body: VisitPostpone, visits: Visits) -> VisitRead:
    """Postpone a visit."""
    return await visits.postpone(visit_id, body)


@router.post("/{visit_id}/reopen", dependencies=[allow(POLICY.action("reopen"))])
async def reopen_visit(visit_id: UUID, visits: Visits) -> VisitRead:
    """Reopen a visit."""
    return await visits.reopen(visit_id)
