"""The endpoints of opening hours."""

from fastapi import APIRouter
from keel.auth import allow
from keel.problems import Unwritten, answers

from lending_library.opening_hours.policy import CREATE_OPENING_HOURS
from lending_library.opening_hours.schemas import CreateOpeningHours, CreateOpeningHoursAnswer
from lending_library.opening_hours.service import OpeningHours

router = APIRouter(prefix="/opening-hours", tags=["opening_hours"])


@router.post(
    "", status_code=201, dependencies=[allow(CREATE_OPENING_HOURS)], responses=answers(Unwritten)
)
async def create_opening_hours(
    body: CreateOpeningHours, opening_hours: OpeningHours
) -> CreateOpeningHoursAnswer:
    """Create opening hours."""
    return await opening_hours.create_opening_hours(body)
