"""The rules of visits."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from clinic.surgeries.repository import SurgeryRepository
from clinic.users.repository import UserRepository
from clinic.visits.models import Visit
from clinic.visits.repository import VisitRepository
from clinic.visits.schemas import VisitCreate, VisitRead, VisitUpdate


class VisitService(Service[Visit, VisitCreate, VisitUpdate, VisitRead]):
    """What can happen to a visit; override a method to add a rule."""

    caller_fields = ("seen_by_id", "entered_by_id")


async def get_visits(session: Session, caller: CurrentCaller) -> VisitService:
    """The service of visits for this request and its caller."""
    return VisitService(
        VisitRepository(session, caller),
        surgery_id=SurgeryRepository(session, caller),
        seen_by_id=UserRepository(session, caller),
    )


Visits = Annotated[VisitService, Depends(get_visits)]
