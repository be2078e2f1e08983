"""The rules of remarks."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from archive.papers.repository import PaperRepository
from archive.remarks.models import Remark
from archive.remarks.repository import RemarkRepository
from archive.remarks.schemas import RemarkCreate, RemarkRead


class RemarkService(Service[Remark, RemarkCreate, Never, RemarkRead]):
    """What can happen to a remark; override a method to add a rule."""


async def get_remarks(session: Session, caller: CurrentCaller) -> RemarkService:
    """The service of remarks for this request and its caller."""
    return RemarkService(
        RemarkRepository(session, caller),
        paper_id=PaperRepository(session, caller),
    )


Remarks = Annotated[RemarkService, Depends(get_remarks)]
