"""The rules of order lines."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from repair_workshop.order_lines.models import OrderLine
from repair_workshop.order_lines.repository import OrderLineRepository
from repair_workshop.order_lines.schemas import OrderLineCreate, OrderLineRead, OrderLineUpdate
from repair_workshop.teams.repository import TeamRepository
from repair_workshop.users.repository import UserRepository


class OrderLineService(Service[OrderLine, OrderLineCreate, OrderLineUpdate, OrderLineRead]):
    """What can happen to an order line; override a method to add a rule."""


async def get_order_lines(session: Session, caller: CurrentCaller) -> OrderLineService:
    """The service of order lines for this request and its caller."""
    return OrderLineService(
        OrderLineRepository(session, caller),
        parent_id=OrderLineRepository(session, caller),
        team_id=TeamRepository(session, caller),
        helper_id=UserRepository(session, caller),
    )


OrderLines = Annotated[OrderLineService, Depends(get_order_lines)]
