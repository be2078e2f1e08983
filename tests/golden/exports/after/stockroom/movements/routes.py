"""The endpoints of movements."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, PageLinks, exported

from stockroom.movements.policy import POLICY
from stockroom.movements.schemas import (
    MovementCreate,
    MovementQuery,
    MovementRead,
    MovementSelection,
)
from stockroom.movements.service import Movements, MovementsToExport

router = APIRouter(tags=["movements"])


@router.get("/products/{product_id}/movements", dependencies=[allow(POLICY.list)])
async def list_movements(
    product_id: UUID,
    query: Annotated[MovementQuery, Query()],
    movements: Movements,
    links: PageLinks,
) -> CursorPage[MovementRead]:
    """List movements."""
    await movements.within(product_id=product_id)
    return links.add(await movements.cursor_page(query))


@router.post(
    "/products/{product_id}/movements", status_code=201, dependencies=[allow(POLICY.create)]
)
async def create_movement(
    product_id: UUID, body: MovementCreate, movements: Movements
) -> MovementRead:
    """Add a movement."""
    await movements.within(product_id=product_id)
    return await movements.create(body)


@router.get(
    "/products/{product_id}/movements/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("jsonl"),
)
async def export_movements(
    product_id: UUID,
    file_format: Literal["jsonl"],
    query: Annotated[MovementSelection, Query()],
    movements: MovementsToExport,
) -> ExportResponse:
    """Export movements: a file of all that the list has."""
    return ExportResponse.of(movements, query, file_format, product_id=product_id)


@router.get("/movements/{movement_id}", dependencies=[allow(POLICY.read)])
async def read_movement(movement_id: UUID, movements: Movements) -> MovementRead:
    """Read one movement."""
    return await movements.read(movement_id)
