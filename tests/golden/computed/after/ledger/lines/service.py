"""The rules of lines."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from ledger.lines.models import Line
from ledger.lines.repository import LineRepository
from ledger.lines.schemas import LineCreate, LineRead, LineUpdate
from ledger.projects.repository import ProjectRepository


class LineService(Service[Line, LineCreate, LineUpdate, LineRead]):
    """What can happen to a line; override a method to add a rule."""


async def get_lines(session: Session, caller: CurrentCaller) -> LineService:
    """The service of lines for this request and its caller."""
    return LineService(
        LineRepository(session, caller),
        project_id=ProjectRepository(session, caller),
    )


Lines = Annotated[LineService, Depends(get_lines)]
