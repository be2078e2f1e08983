"""The rules of stock takes."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from stockroom.stock_takes.models import StockTake
from stockroom.stock_takes.repository import StockTakeRepository
from stockroom.stock_takes.schemas import StockTakeCreate, StockTakeRead


class StockTakeService(Service[StockTake, StockTakeCreate, Never, StockTakeRead]):
    """What can happen to a stock take; override a method to add a rule."""


async def get_stock_takes(session: Session, caller: CurrentCaller) -> StockTakeService:
    """The service of stock takes for this request and its caller."""
    return StockTakeService(StockTakeRepository(session, caller))


StockTakes = Annotated[StockTakeService, Depends(get_stock_takes)]


async def get_stock_takes_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> StockTakeService:
    """The service of stock takes as they are at one moment, until the answer is sent."""
    return await get_stock_takes(session, caller)


StockTakesToExport = Annotated[StockTakeService, Depends(get_stock_takes_to_export)]
