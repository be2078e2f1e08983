"""The endpoints of annexes."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Change, Page, PageLinks, PageQuery, changes_of

from notary.annexes.includes import AnnexesWithIncludes, AnnexWithIncludes
from notary.annexes.policy import POLICY
from notary.annexes.schemas import AnnexCreate, AnnexInclude, AnnexQuery, AnnexRead, AnnexUpdate
from notary.annexes.service import Annexes

router = APIRouter(tags=["annexes"])


@router.get("/contracts/{contract_id}/annexes", dependencies=[allow(POLICY.list)])
async def list_annexes(
    contract_id: UUID,
    query: Annotated[AnnexQuery, Query()],
    annexes: AnnexesWithIncludes,
    links: PageLinks,
) -> Page[AnnexWithIncludes]:
    """List annexes."""
    await annexes.within(contract_id=contract_id)
    return links.add(await annexes.page(query, query.include))


@router.post(
    "/contracts/{contract_id}/annexes", status_code=201, dependencies=[allow(POLICY.create)]
)
async def create_annex(contract_id: UUID, body: AnnexCreate, annexes: Annexes) -> AnnexRead:
    """Add an annex."""
    await annexes.within(contract_id=contract_id)
    return await annexes.create(body)


@router.get("/annexes/{annex_id}", dependencies=[allow(POLICY.read)])
async def read_annex(
    annex_id: UUID,
    annexes: AnnexesWithIncludes,
    include: Annotated[Sequence[AnnexInclude], Query()] = (),
) -> AnnexWithIncludes:
    """Read one annex."""
    return await annexes.read(annex_id, include)


@router.patch("/annexes/{annex_id}", dependencies=[allow(POLICY.update)])
async def update_annex(annex_id: UUID, body: AnnexUpdate, annexes: Annexes) -> AnnexRead:
    """Change an annex; what the body leaves out stays."""
    return await annexes.update(annex_id, body)


@router.delete("/annexes/{annex_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_annex(annex_id: UUID, annexes: Annexes) -> None:
    """Delete an annex."""
    await annexes.delete(annex_id)


@router.get("/annexes/{annex_id}/children", dependencies=[allow(POLICY.list)])
async def list_annex_children(
    annex_id: UUID,
    query: Annotated[AnnexQuery, Query()],
    annexes: AnnexesWithIncludes,
    links: PageLinks,
) -> Page[AnnexWithIncludes]:
    """List what is right below an annex."""
    await annexes.within(above_id=annex_id)
    return links.add(await annexes.page(query, query.include))


@router.get("/annexes/{annex_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_annex_ancestors(annex_id: UUID, annexes: Annexes) -> list[AnnexRead]:
    """List what is above an annex, its root first."""
    return await annexes.ancestors(annex_id)


@router.get("/annexes/{annex_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_annex_subtree(
    annex_id: UUID, annexes: Annexes, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[AnnexRead]:
    """List an annex and what is below it, level by level, 1,000 rows at most."""
    return await annexes.subtree(annex_id, depth)


@router.get("/annexes/{annex_id}/history", dependencies=[allow(POLICY.history)])
async def list_annex_history(
    annex_id: UUID, query: Annotated[PageQuery, Query()], annexes: Annexes, links: PageLinks
) -> Page[Change]:
    """List what changed in an annex, newest first."""
    return links.add(await changes_of(annexes, annex_id, query))
