"""The endpoints of stats."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from keel.auth import allow
from keel.edge import retires
from keel.problems import Unwritten, answers

from lending_library.stats.policy import LENDING
from lending_library.stats.schemas import LendingAnswer, LendingQuery
from lending_library.stats.service import Stats

router = APIRouter(prefix="/stats", tags=["stats"])


@router.get(
    "/lending/{year}",
    dependencies=[allow(LENDING), retires(sunset=date(2028, 1, 1))],
    responses=answers(Unwritten),
)
async def lending(
    year: Annotated[int, Path(ge=1_900, le=2_100)],
    query: Annotated[LendingQuery, Query()],
    stats: Stats,
) -> list[LendingAnswer]:
    """Count what was lent in a year, by month."""
    return await stats.lending(year, query)
