"""The rules of papers."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SnapshotSession, SoftDeleteService

from archive.folders.repository import FolderRepository
from archive.labels.repository import LabelRepository
from archive.papers.models import Paper
from archive.papers.repository import PaperRepository
from archive.papers.schemas import PaperCreate, PaperRead, PaperUpdate


class PaperService(SoftDeleteService[Paper, PaperCreate, PaperUpdate, PaperRead]):
    """What can happen to a paper; override a method to add a rule."""


async def get_papers(session: Session, caller: CurrentCaller) -> PaperService:
    """The service of papers for this request and its caller."""
    return PaperService(
        PaperRepository(session, caller),
        folder_id=FolderRepository(session, caller),
        source_id=PaperRepository(session, caller),
        label_ids=LabelRepository(session, caller),
    )


Papers = Annotated[PaperService, Depends(get_papers)]


async def get_papers_to_export(session: SnapshotSession, caller: CurrentCaller) -> PaperService:
    """The service of papers as they are at one moment, until the answer is sent."""
    return await get_papers(session, caller)


PapersToExport = Annotated[PaperService, Depends(get_papers_to_export)]
