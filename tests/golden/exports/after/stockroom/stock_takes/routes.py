"""The endpoints of stock takes."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import ExportResponse, Page, PageLinks, exported

from stockroom.stock_takes.policy import POLICY
from stockroom.stock_takes.schemas import (
    StockTakeCreate,
    StockTakeQuery,
    StockTakeRead,
    StockTakeSelection,
)
from stockroom.stock_takes.service import StockTakes, StockTakesToExport

router = APIRouter(prefix="/stock-takes", tags=["stock_takes"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_stock_takes(
    query: Annotated[StockTakeQuery, Query()], stock_takes: StockTakes, links: PageLinks
) -> Page[StockTakeRead]:
    """List stock takes."""
    return links.add(await stock_takes.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_stock_take(body: StockTakeCreate, stock_takes: StockTakes) -> StockTakeRead:
    """Add a stock take."""
    return await stock_takes.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_stock_takes(
    file_format: Literal["csv"],
    query: Annotated[StockTakeSelection, Query()],
    stock_takes: StockTakesToExport,
) -> ExportResponse:
    """Export stock takes: a file of all that the list has."""
    return ExportResponse.of(stock_takes, query, file_format)
