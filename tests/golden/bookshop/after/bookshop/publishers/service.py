"""The rules of publishers."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from bookshop.publishers.models import Publisher
from bookshop.publishers.repository import PublisherRepository
from bookshop.publishers.schemas import PublisherCreate, PublisherRead, PublisherUpdate


class PublisherService(Service[Publisher, PublisherCreate, PublisherUpdate, PublisherRead]):
    """What can happen to a publisher; override a method to add a rule."""


async def get_publishers(session: Session, caller: CurrentCaller) -> PublisherService:
    """The service of publishers for this request and its caller."""
    return PublisherService(PublisherRepository(session, caller))


Publishers = Annotated[PublisherService, Depends(get_publishers)]
