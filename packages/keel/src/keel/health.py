"""Whether the process lives, and whether it can do its work."""

import asyncio
from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlmodel import select

from keel.edge.border import HEALTH_PATH
from keel.problems import Unavailable, answers

if TYPE_CHECKING:
    from keel.data import Database

PATIENCE_S = 2.0

router = APIRouter(prefix=HEALTH_PATH, tags=["health"])


class Health(BaseModel):
    """All is well; any other state is a problem."""

    status: Literal["ok"] = "ok"


@router.get("/live")
async def live() -> Health:
    """Tell that the process answers; restart it when this does not."""
    return Health()


@router.get("/ready", responses=answers(Unavailable))
async def ready(request: Request) -> Health:
    """Tell that the database answers too; send no requests while this does not."""
    database: Database = request.app.state.database
    try:
        async with asyncio.timeout(PATIENCE_S), database.transaction(reading=True) as session:
            await session.exec(select(1))
    except TimeoutError:
        raise Unavailable(f"The database did not answer within {PATIENCE_S} s.") from None
    return Health()
