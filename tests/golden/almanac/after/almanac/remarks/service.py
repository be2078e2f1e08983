"""The rules of remarks."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from almanac.articles.repository import ArticleRepository
from almanac.remarks.models import Remark
from almanac.remarks.repository import RemarkRepository
from almanac.remarks.schemas import RemarkCreate, RemarkRead


class RemarkService(Service[Remark, RemarkCreate, Never, RemarkRead]):
    """What can happen to a remark; override a method to add a rule."""


async def get_remarks(session: Session, caller: CurrentCaller) -> RemarkService:
    """The service of remarks for this request and its caller."""
    return RemarkService(
        RemarkRepository(session, caller),
        article_id=ArticleRepository(session, caller),
    )


Remarks = Annotated[RemarkService, Depends(get_remarks)]
