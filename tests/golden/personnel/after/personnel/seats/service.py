"""The rules of seats."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from personnel.seats.models import Seat
from personnel.seats.repository import SeatRepository
from personnel.seats.schemas import SeatCreate, SeatRead, SeatUpdate
from personnel.teams.repository import TeamRepository
from personnel.users.repository import UserRepository


class SeatService(Service[Seat, SeatCreate, SeatUpdate, SeatRead]):
    """What can happen to a seat; override a method to add a rule."""


async def get_seats(session: Session, caller: CurrentCaller) -> SeatService:
    """The service of seats for this request and its caller."""
    return SeatService(
        SeatRepository(session, caller),
        team_id=TeamRepository(session, caller),
        user_id=UserRepository(session, caller),
    )


Seats = Annotated[SeatService, Depends(get_seats)]
