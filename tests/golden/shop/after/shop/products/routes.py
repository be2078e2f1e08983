"""The endpoints of products."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from keel.auth import allow
from keel.data import (
    FileAnswer,
    FileFolder,
    FileUpload,
    Page,
    PageLinks,
    put_stored_file,
    remove_stored_file,
)
from keel.data.bulk import Bulk, BulkOutcomes, create_each, update_each
from keel.problems import Conflict, answers

from shop.products.policy import POLICY
from shop.products.schemas import (
    PHOTO_FILE,
    ProductBulkUpdate,
    ProductCreate,
    ProductQuery,
    ProductRead,
    ProductUpdate,
)
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


@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_products(
    body: Bulk[ProductCreate], products: Products
) -> BulkOutcomes[ProductRead]:
    """Add several products, each on its own."""
    return await create_each(products, body)


@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_products(
    body: Bulk[ProductBulkUpdate], products: Products
) -> BulkOutcomes[ProductRead]:
    """Change several products, each on its own."""
    return await update_each(products, body)


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


@router.put("/{product_id}/photo", dependencies=[allow(POLICY.update)])
async def upload_product_photo(
    product_id: UUID, upload: Annotated[FileUpload, Depends(PHOTO_FILE)], products: Products
) -> ProductRead:
    """Store the photo of a product, in the place of the one it had."""
    return await put_stored_file(products, product_id, "photo", upload)


@router.get(
    "/{product_id}/photo",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=PHOTO_FILE.answers,
)
async def download_product_photo(
    product_id: UUID, products: Products, folder: FileFolder
) -> FileAnswer:
    """Get the photo of a product."""
    return await FileAnswer.of(products, product_id, "photo", folder)


@router.delete("/{product_id}/photo", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_product_photo(product_id: UUID, products: Products) -> None:
    """Take the photo of a product away."""
    await remove_stored_file(products, product_id, "photo")
