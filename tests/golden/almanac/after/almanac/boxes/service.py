"""The rules of boxes."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, TreeService

from almanac.boxes.models import Box
from almanac.boxes.repository import BoxRepository
from almanac.boxes.schemas import BoxCreate, BoxRead, BoxUpdate


class BoxService(TreeService[Box, BoxCreate, BoxUpdate, BoxRead]):
    """What can happen to a box; override a method to add a rule."""


async def get_boxes(session: Session, caller: CurrentCaller) -> BoxService:
    """The service of boxes for this request and its caller."""
    return BoxService(
        BoxRepository(session, caller),
        within_id=BoxRepository(session, caller),
    )


Boxes = Annotated[BoxService, Depends(get_boxes)]
