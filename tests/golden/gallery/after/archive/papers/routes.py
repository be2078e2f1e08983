"""The endpoints of papers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from keel.auth import allow
from keel.data import (
    CursorPage,
    FileAnswer,
    FileFolder,
    FileUpload,
    PageLinks,
    put_stored_file,
    remove_stored_file,
)
from keel.problems import Conflict, answers

from archive.papers.policy import POLICY
from archive.papers.schemas import (
    FAIR_COPY_FILE,
    SCAN_FILE,
    PaperCreate,
    PaperQuery,
    PaperRead,
    PaperUpdate,
)
from archive.papers.service import Papers

router = APIRouter(tags=["papers"])


@router.get("/collections/{collection_id}/papers", dependencies=[allow(POLICY.list)])
async def list_papers(
    collection_id: UUID, query: Annotated[PaperQuery, Query()], papers: Papers, links: PageLinks
) -> CursorPage[PaperRead]:
    """List papers."""
    await papers.within(collection_id=collection_id)
    return links.add(await papers.cursor_page(query))


@router.post(
    "/collections/{collection_id}/papers", status_code=201, dependencies=[allow(POLICY.create)]
)
async def create_paper(collection_id: UUID, body: PaperCreate, papers: Papers) -> PaperRead:
    """Add a paper."""
    await papers.within(collection_id=collection_id)
    return await papers.create(body)


@router.get("/papers/{paper_id}", dependencies=[allow(POLICY.read)])
async def read_paper(paper_id: UUID, papers: Papers) -> PaperRead:
    """Read one paper."""
    return await papers.read(paper_id)


@router.patch("/papers/{paper_id}", dependencies=[allow(POLICY.update)])
async def update_paper(paper_id: UUID, body: PaperUpdate, papers: Papers) -> PaperRead:
    """Change a paper; what the body leaves out stays."""
    return await papers.update(paper_id, body)


@router.delete("/papers/{paper_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_paper(paper_id: UUID, papers: Papers) -> None:
    """Delete a paper."""
    await papers.delete(paper_id)


@router.post(
    "/papers/{paper_id}/file",
    dependencies=[allow(POLICY.action("file"))],
    responses=answers(Conflict),
)
async def file_paper(paper_id: UUID, papers: Papers) -> PaperRead:
    """File a paper."""
    return await papers.file(paper_id)


@router.put("/papers/{paper_id}/scan", dependencies=[allow(POLICY.update)])
async def upload_paper_scan(
    paper_id: UUID, upload: Annotated[FileUpload, Depends(SCAN_FILE)], papers: Papers
) -> PaperRead:
    """Store the scan of a paper, in the place of the one it had."""
    return await put_stored_file(papers, paper_id, "scan", upload)


@router.get(
    "/papers/{paper_id}/scan",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=SCAN_FILE.answers,
)
async def download_paper_scan(paper_id: UUID, papers: Papers, folder: FileFolder) -> FileAnswer:
    """Get the scan of a paper."""
    return await FileAnswer.of(papers, paper_id, "scan", folder)


@router.delete("/papers/{paper_id}/scan", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_paper_scan(paper_id: UUID, papers: Papers) -> None:
    """Take the scan of a paper away."""
    await remove_stored_file(papers, paper_id, "scan")


@router.put("/papers/{paper_id}/fair-copy", dependencies=[allow(POLICY.update)])
async def upload_paper_fair_copy(
    paper_id: UUID, upload: Annotated[FileUpload, Depends(FAIR_COPY_FILE)], papers: Papers
) -> PaperRead:
    """Store the fair copy of a paper, in the place of the one it had."""
    return await put_stored_file(papers, paper_id, "fair_copy", upload)


@router.get(
    "/papers/{paper_id}/fair-copy",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=FAIR_COPY_FILE.answers,
)
async def download_paper_fair_copy(
    paper_id: UUID, papers: Papers, folder: FileFolder
) -> FileAnswer:
    """Get the fair copy of a paper."""
    return await FileAnswer.of(papers, paper_id, "fair_copy", folder)


@router.delete("/papers/{paper_id}/fair-copy", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_paper_fair_copy(paper_id: UUID, papers: Papers) -> None:
    """Take the fair copy of a paper away."""
    await remove_stored_file(papers, paper_id, "fair_copy")
