"""Whether the process lives, and whether it can do its work."""

import asyncio
import logging
from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlalchemy import exists, false, or_
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel, select
from sqlmodel.sql.expression import SelectOfScalar

from keel.edge.border import HEALTH_PATH
from keel.problems import Unavailable, answers

if TYPE_CHECKING:
    from keel.data import Database

PATIENCE_S = 2.0

_log = logging.getLogger(__name__)

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
    """Tell that the database answers too, and is migrated; send no requests while this does not."""
    database: Database = request.app.state.database
    try:
        async with asyncio.timeout(PATIENCE_S), database.transaction(reading=True) as session:
            await session.exec(_schema_check())
    except TimeoutError:
        raise Unavailable(f"The database did not answer within {PATIENCE_S} s.") from None
    except DBAPIError as error:
        _log.warning("The database is not as the models say: %s", error.orig)
        raise Unavailable("The database is not migrated; the log says what it lacks.") from error
    return Health()


def _schema_check() -> SelectOfScalar[bool]:
    """One query that reads no row, and names every column that the models have.

    The database refuses it while a migration is missing. One that is ahead of the code, as in the
    middle of a deployment, serves: only what the code needs is asked for.
    """
    tables = SQLModel.metadata.tables.values()
    return select(or_(false(), *(exists(table).where(false()) for table in tables)))
