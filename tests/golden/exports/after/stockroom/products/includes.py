"""Products with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Through
from pydantic import MISSING

from stockroom.products.models import ProductTag
from stockroom.products.schemas import ProductRead
from stockroom.products.service import Products
from stockroom.tags.schemas import TagRead
from stockroom.tags.service import Tags


class ProductWithIncludes(ProductRead):
    """A product, with what `include` asks for."""

    tags: list[TagRead] | MISSING = MISSING


async def get_products_with_includes(
    products: Products,
    tags: Tags,
) -> Including[ProductWithIncludes]:
    """Products for this request and its caller, with what it asks for."""
    return Including(
        products,
        ProductWithIncludes,
        tags=Through(tags, ProductTag),
    )


ProductsWithIncludes = Annotated[
    Including[ProductWithIncludes], Depends(get_products_with_includes)
]
