"""The endpoints of products."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from shop.products.policy import POLICY
from shop.products.schemas import ProductCreate, ProductQuery, ProductRead, ProductUpdate
from shop.products.service import Products

router = APIRouter(prefix="/products", tags=["products"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_products(
    query: Annotated[ProductQuery, Query()], products: Products, links: PageLinks
) -> Page[ProductRead]:
    """List products."""
    return links.add(await products.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_product(body: ProductCreate, products: Products) -> ProductRead:
    """Add a product."""
    return await products.create(body)


@router.get("/{product_id}", dependencies=[allow(POLICY.read)])
async def read_product(product_id: UUID, products: Products) -> ProductRead:
    """Read one product."""
    return await products.read(product_id)


@router.patch("/{product_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_product(product_id: UUID, body: ProductUpdate, products: Products) -> ProductRead:
    """Change a product; what the body leaves out stays."""
    return await products.update(product_id, body)


@router.delete(
    "/{product_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_product(product_id: UUID, products: Products) -> None:
    """Delete a product."""
    await products.delete(product_id)
