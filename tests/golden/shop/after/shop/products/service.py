"""The rules of products."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from shop.products.models import Product
from shop.products.repository import ProductRepository
from shop.products.schemas import ProductCreate, ProductRead, ProductUpdate


class ProductService(Service[Product, ProductCreate, ProductUpdate, ProductRead]):
    """What can happen to a product; override a method to add a rule."""


async def get_products(session: Session, caller: CurrentCaller) -> ProductService:
    """The service of products for this request and its caller."""
    return ProductService(ProductRepository(session, caller))


Products = Annotated[ProductService, Depends(get_products)]
