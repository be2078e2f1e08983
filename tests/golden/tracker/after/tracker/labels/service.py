"""The rules of labels."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from tracker.labels.models import Label
from tracker.labels.repository import LabelRepository
from tracker.labels.schemas import LabelCreate, LabelRead, LabelUpdate
from tracker.projects.repository import ProjectRepository


class LabelService(Service[Label, LabelCreate, LabelUpdate, LabelRead]):
    """What can happen to a label; override a method to add a rule."""


async def get_labels(session: Session, caller: CurrentCaller) -> LabelService:
    """The service of labels for this request and its caller."""
    return LabelService(
        LabelRepository(session, caller),
        project_id=ProjectRepository(session, caller),
    )


Labels = Annotated[LabelService, Depends(get_labels)]
