"""The endpoints of series list."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from repair_workshop.series_list.policy import POLICY
from repair_workshop.series_list.schemas import SeriesQuery, SeriesRead
from repair_workshop.series_list.service import SeriesList

router = APIRouter(prefix="/series-list", tags=["series_list"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_series_list(
    query: Annotated[SeriesQuery, Query()], series_list: SeriesList, links: PageLinks
) -> Page[SeriesRead]:
    """List series list."""
    return links.add(await series_list.page(query))


@router.get("/{series_id}", dependencies=[allow(POLICY.read)])
async def read_series(series_id: UUID, series_list: SeriesList) -> SeriesRead:
    """Read one series."""
    return await series_list.read(series_id)
