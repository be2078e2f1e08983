"""The rules of media types."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.media_types.models import MediaType
from chinook.media_types.repository import MediaTypeRepository
from chinook.media_types.schemas import MediaTypeCreate, MediaTypeRead, MediaTypeUpdate


class MediaTypeService(Service[MediaType, MediaTypeCreate, MediaTypeUpdate, MediaTypeRead]):
    """What can happen to a media type; override a method to add a rule."""


async def get_media_types(session: Session, caller: CurrentCaller) -> MediaTypeService:
    """The service of media types for this request and its caller."""
    return MediaTypeService(MediaTypeRepository(session, caller))


MediaTypes = Annotated[MediaTypeService, Depends(get_media_types)]
