"""The rules of products."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from stockroom.products.models import Product
from stockroom.products.repository import ProductRepository
from stockroom.products.schemas import ProductCreate, ProductRead, ProductUpdate
from stockroom.tags.repository import TagRepository


class ProductService(Service[Product, ProductCreate, ProductUpdate, ProductRead]):
    """What can happen to a product; override a method to add a rule."""


async def get_products(session: Session, caller: CurrentCaller) -> ProductService:
    """The service of products for this request and its caller."""
    return ProductService(
        ProductRepository(session, caller),
        tag_ids=TagRepository(session, caller),
    )


Products = Annotated[ProductService, Depends(get_products)]


async def get_products_to_export(session: SnapshotSession, caller: CurrentCaller) -> ProductService:
    """The service of products as they are at one moment, until the answer is sent."""
    return await get_products(session, caller)


ProductsToExport = Annotated[ProductService, Depends(get_products_to_export)]
