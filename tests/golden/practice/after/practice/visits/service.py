"""The rules of visits."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, now, today

from practice.surgeries.repository import SurgeryRepository
from practice.users.repository import UserRepository
from practice.visits.models import Visit
from practice.visits.repository import VisitRepository
from practice.visits.schemas import (
    VisitConclude,
    VisitCreate,
    VisitPostpone,
    VisitRead,
    VisitUpdate,
)


class VisitService(Service[Visit, VisitCreate, VisitUpdate, VisitRead]):
    """What can happen to a visit; override a method to add a rule."""

    caller_fields = ("seen_by_id", "entered_by_id")

    async def conclude(self, visit_id: UUID, body: VisitConclude) -> VisitRead:
        """Conclude a visit."""
        visit = await self.row_for("conclude", visit_id)
        visit.link = uuid4()
        visit.seen_by_id = self.caller_id
        visit.day = today()
        visit.length = body.length
        visit.findings = body.findings
        return await self.save(visit)

    async def postpone(self, visit_id: UUID, body: VisitPostpone) -> VisitRead:
        """Postpone a visit."""
        visit = await self.row_for("postpone", visit_id, needs=("findings",))
        visit.starts = body.starts
        visit.fee = body.fee
        visit.fee_currency = body.fee_currency
        return await self.save(visit)

    async def reopen(self, visit_id: UUID) -> VisitRead:
        """Reopen a visit."""
        visit = await self.row_for("reopen", visit_id)
        visit.findings = []
        visit.length = timedelta(minutes=15)
        visit.starts = now()
        return await self.save(visit)


async def get_visits(session: Session, caller: CurrentCaller) -> VisitService:
    """The service of visits for this request and its caller."""
    return VisitService(
        VisitRepository(session, caller),
        surgery_id=SurgeryRepository(session, caller),
        seen_by_id=UserRepository(session, caller),
    )


Visits = Annotated[VisitService, Depends(get_visits)]
