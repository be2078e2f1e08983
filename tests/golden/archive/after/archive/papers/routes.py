"""The endpoints of papers."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, Page, PageLinks, PageQuery, exported
from keel.problems import Conflict, answers

from archive.papers.includes import PapersWithIncludes, PaperWithIncludes
from archive.papers.policy import POLICY
from archive.papers.schemas import (
    PaperCreate,
    PaperDeleted,
    PaperInclude,
    PaperQuery,
    PaperRead,
    PaperSelection,
    PaperUpdate,
)
from archive.papers.service import Papers, PapersToExport

router = APIRouter(prefix="/papers", tags=["papers"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_papers(
    query: Annotated[PaperQuery, Query()], papers: PapersWithIncludes, links: PageLinks
) -> CursorPage[PaperWithIncludes]:
    """List papers."""
    return links.add(await papers.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_paper(body: PaperCreate, papers: Papers) -> PaperRead:
    """Add a paper."""
    return await papers.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_papers(
    file_format: Literal["csv"],
    query: Annotated[PaperSelection, Query()],
    papers: PapersToExport,
) -> ExportResponse:
    """Export papers: a file of all that the list has."""
    return ExportResponse.of(papers, query, file_format)


@router.get("/deleted", dependencies=[allow(POLICY.deleted)])
async def list_deleted_papers(
    query: Annotated[PageQuery, Query()], papers: Papers, links: PageLinks
) -> Page[PaperDeleted]:
    """List deleted papers, the last deleted first."""
    return links.add(await papers.deleted(query, PaperDeleted))


@router.get("/{paper_id}", dependencies=[allow(POLICY.read)])
async def read_paper(
    paper_id: UUID,
    papers: PapersWithIncludes,
    include: Annotated[Sequence[PaperInclude], Query()] = (),
) -> PaperWithIncludes:
    """Read one paper."""
    return await papers.read(paper_id, include)


@router.patch("/{paper_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_paper(paper_id: UUID, body: PaperUpdate, papers: Papers) -> PaperRead:
    """Change a paper; what the body leaves out stays."""
    return await papers.update(paper_id, body)


@router.delete(
    "/{paper_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_paper(paper_id: UUID, papers: Papers) -> None:
    """Delete a paper."""
    await papers.delete(paper_id)


@router.post(
    "/{paper_id}/restore", dependencies=[allow(POLICY.restore)], responses=answers(Conflict)
)
async def restore_paper(paper_id: UUID, papers: Papers) -> PaperRead:
    """Restore a deleted paper, with what was deleted with it."""
    return await papers.restore(paper_id)


@router.delete(
    "/deleted/{paper_id}",
    status_code=204,
    dependencies=[allow(POLICY.purge)],
    responses=answers(Conflict),
)
async def purge_paper(paper_id: UUID, papers: Papers) -> None:
    """Delete a deleted paper for good."""
    await papers.purge(paper_id)
