"""The rules of lines."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from shop.lines.models import Line
from shop.lines.repository import LineRepository
from shop.lines.schemas import LineCreate, LineRead, LineUpdate
from shop.orders.repository import OrderRepository
from shop.products.repository import ProductRepository


class LineService(Service[Line, LineCreate, LineUpdate, LineRead]):
    """What can happen to a line; override a method to add a rule."""


async def get_lines(session: Session, caller: CurrentCaller) -> LineService:
    """The service of lines for this request and its caller."""
    return LineService(
        LineRepository(session, caller),
        order_id=OrderRepository(session, caller),
        product_id=ProductRepository(session, caller),
    )


Lines = Annotated[LineService, Depends(get_lines)]
