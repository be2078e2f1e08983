"""The rules of movements."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from stockroom.movements.models import Movement
from stockroom.movements.repository import MovementRepository
from stockroom.movements.schemas import MovementCreate, MovementRead
from stockroom.products.repository import ProductRepository


class MovementService(Service[Movement, MovementCreate, Never, MovementRead]):
    """What can happen to a movement; override a method to add a rule."""


async def get_movements(session: Session, caller: CurrentCaller) -> MovementService:
    """The service of movements for this request and its caller."""
    return MovementService(
        MovementRepository(session, caller),
        product_id=ProductRepository(session, caller),
    )


Movements = Annotated[MovementService, Depends(get_movements)]


async def get_movements_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> MovementService:
    """The service of movements as they are at one moment, until the answer is sent."""
    return await get_movements(session, caller)


MovementsToExport = Annotated[MovementService, Depends(get_movements_to_export)]
