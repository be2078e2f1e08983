"""The endpoints of products."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import ExportResponse, Page, PageLinks, exported

from stockroom.products.includes import ProductsWithIncludes, ProductWithIncludes
from stockroom.products.policy import POLICY
from stockroom.products.schemas import (
    ProductCreate,
    ProductInclude,
    ProductQuery,
    ProductRead,
    ProductSelection,
    ProductUpdate,
)
from stockroom.products.service import Products, ProductsToExport

router = APIRouter(prefix="/products", tags=["products"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_products(
    query: Annotated[ProductQuery, Query()], products: ProductsWithIncludes, links: PageLinks
) -> Page[ProductWithIncludes]:
    """List products."""
    return links.add(await products.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_product(body: ProductCreate, products: Products) -> ProductRead:
    """Add a product."""
    return await products.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_products(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[ProductSelection, Query()],
    products: ProductsToExport,
) -> ExportResponse:
    """Export products: a file of all that the list has."""
    return ExportResponse.of(products, query, file_format)


@router.get("/{product_id}", dependencies=[allow(POLICY.read)])
async def read_product(
    product_id: UUID,
    products: ProductsWithIncludes,
    include: Annotated[Sequence[ProductInclude], Query()] = (),
) -> ProductWithIncludes:
    """Read one product."""
    return await products.read(product_id, include)


@router.patch("/{product_id}", dependencies=[allow(POLICY.update)])
async def update_product(product_id: UUID, body: ProductUpdate, products: Products) -> ProductRead:
    """Change a product; what the body leaves out stays."""
    return await products.update(product_id, body)


@router.delete("/{product_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_product(product_id: UUID, products: Products) -> None:
    """Delete a product."""
    await products.delete(product_id)
