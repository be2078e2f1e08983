"""The logic of opening hours."""

from typing import Annotated

from fastapi import Depends
from keel.access import Caller
from keel.auth import CurrentCaller
from keel.data import Session
from keel.problems import Unwritten
from sqlmodel.ext.asyncio.session import AsyncSession

from lending_library.opening_hours.schemas import CreateOpeningHours, CreateOpeningHoursAnswer


class OpeningHoursService:
    """The logic of opening hours, as one caller may use it."""

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        self.session = session
        self.caller = caller

    async def create_opening_hours(self, body: CreateOpeningHours) -> CreateOpeningHoursAnswer:
        """Create opening hours."""
        raise Unwritten("To be written: `POST /opening-hours`.")


async def get_opening_hours(session: Session, caller: CurrentCaller) -> OpeningHoursService:
    """The service of opening hours for this request and its caller."""
    return OpeningHoursService(session, caller)


OpeningHours = Annotated[OpeningHoursService, Depends(get_opening_hours)]
