"""The rules of labels."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from desk.labels.models import Label
from desk.labels.repository import LabelRepository
from desk.labels.schemas import LabelCreate, LabelRead, LabelUpdate


class LabelService(Service[Label, LabelCreate, LabelUpdate, LabelRead]):
    """What can happen to a label; override a method to add a rule."""


async def get_labels(session: Session, caller: CurrentCaller) -> LabelService:
    """The service of labels for this request and its caller."""
    return LabelService(LabelRepository(session, caller))


Labels = Annotated[LabelService, Depends(get_labels)]
