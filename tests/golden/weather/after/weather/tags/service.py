"""The rules of tags."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from weather.tags.models import Tag
from weather.tags.repository import TagRepository
from weather.tags.schemas import TagCreate, TagRead, TagUpdate


class TagService(Service[Tag, TagCreate, TagUpdate, TagRead]):
    """What can happen to a tag; override a method to add a rule."""


async def get_tags(session: Session, caller: CurrentCaller) -> TagService:
    """The service of tags for this request and its caller."""
    return TagService(TagRepository(session, caller))


Tags = Annotated[TagService, Depends(get_tags)]
