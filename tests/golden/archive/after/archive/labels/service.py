"""The rules of labels."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, SoftDeleteService

from archive.labels.models import Label
from archive.labels.repository import LabelRepository
from archive.labels.schemas import LabelCreate, LabelRead


class LabelService(SoftDeleteService[Label, LabelCreate, Never, LabelRead]):
    """What can happen to a label; override a method to add a rule."""


async def get_labels(session: Session, caller: CurrentCaller) -> LabelService:
    """The service of labels for this request and its caller."""
    return LabelService(LabelRepository(session, caller))


Labels = Annotated[LabelService, Depends(get_labels)]
