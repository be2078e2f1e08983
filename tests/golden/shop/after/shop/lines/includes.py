"""Lines with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from shop.lines.schemas import LineRead
from shop.lines.service import Lines
from shop.products.schemas import ProductRead
from shop.products.service import Products


class LineWithIncludes(LineRead):
    """A line, with what `include` asks for."""

    product: ProductRead | MISSING | None = MISSING


async def get_lines_with_includes(
    lines: Lines,
    products: Products,
) -> Including[LineWithIncludes]:
    """Lines for this request and its caller, with what it asks for."""
    return Including(
        lines,
        LineWithIncludes,
        product=One(products, "product_id"),
    )


LinesWithIncludes = Annotated[Including[LineWithIncludes], Depends(get_lines_with_includes)]
