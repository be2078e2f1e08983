"""The endpoints of stats."""

from typing import Annotated

from fastapi import APIRouter, Path
from keel.auth import allow
from keel.problems import Unwritten, answers

from exemplar.stats.policy import MOODS
from exemplar.stats.schemas import MoodsAnswer
from exemplar.stats.service import Stats

router = APIRouter(prefix="/stats", tags=["stats"])


# grow: endpoints
@router.get("/moods/{year}", dependencies=[allow(MOODS)], responses=answers(Unwritten))
async def moods(year: Annotated[int, Path(ge=2_000, le=2_100)], stats: Stats) -> list[MoodsAnswer]:
    """Count the notes of each mood in a year."""
    return await stats.moods(year)


# end
