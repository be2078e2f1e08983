"""The logic of stats."""

from typing import Annotated

from fastapi import Depends
from keel.access import Caller
from keel.auth import CurrentCaller
from keel.data import Session
from keel.problems import Unwritten
from sqlmodel.ext.asyncio.session import AsyncSession

from lending_library.stats.schemas import LendingAnswer, LendingQuery


class StatsService:
    """The logic of stats, as one caller may use it."""

    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        self.session = session
        self.caller = caller

    async def lending(self, year: int, query: LendingQuery) -> list[LendingAnswer]:
        """Count what was lent in a year, by month."""
        raise Unwritten("To be written: Count what was lent in a year, by month.")


async def get_stats(session: Session, caller: CurrentCaller) -> StatsService:
    """The service of stats for this request and its caller."""
    return StatsService(session, caller)


Stats = Annotated[StatsService, Depends(get_stats)]
