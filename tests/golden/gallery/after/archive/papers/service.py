"""The rules of papers."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from archive.collections.repository import CollectionRepository
from archive.papers.models import Paper, PaperStatus
from archive.papers.repository import PaperRepository
from archive.papers.schemas import PaperCreate, PaperRead, PaperUpdate


class PaperService(Service[Paper, PaperCreate, PaperUpdate, PaperRead]):
    """What can happen to a paper; override a method to add a rule."""

    async def file(self, paper_id: UUID) -> PaperRead:
        """File a paper."""
        paper = await self.row_for("file", paper_id, needs=("scan",), status=PaperStatus.DRAFT)
        paper.status = PaperStatus.FILED
        return await self.save(paper)


async def get_papers(session: Session, caller: CurrentCaller) -> PaperService:
    """The service of papers for this request and its caller."""
    return PaperService(
        PaperRepository(session, caller),
        collection_id=CollectionRepository(session, caller),
    )


Papers = Annotated[PaperService, Depends(get_papers)]
