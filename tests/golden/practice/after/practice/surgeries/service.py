"""The rules of surgeries."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from practice.surgeries.models import Surgery
from practice.surgeries.repository import SurgeryRepository
from practice.surgeries.schemas import SurgeryCreate, SurgeryRead, SurgeryUpdate


class SurgeryService(Service[Surgery, SurgeryCreate, SurgeryUpdate, SurgeryRead]):
    """What can happen to a surgery; override a method to add a rule."""


async def get_surgeries(session: Session, caller: CurrentCaller) -> SurgeryService:
    """The service of surgeries for this request and its caller."""
    return SurgeryService(SurgeryRepository(session, caller))


Surgeries = Annotated[SurgeryService, Depends(get_surgeries)]
