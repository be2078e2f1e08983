"""The rules of writers."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from lending_library.writers.models import Writer
from lending_library.writers.repository import WriterRepository
from lending_library.writers.schemas import WriterCreate, WriterRead, WriterUpdate


class WriterService(Service[Writer, WriterCreate, WriterUpdate, WriterRead]):
    """What can happen to a writer; override a method to add a rule."""


async def get_writers(session: Session, caller: CurrentCaller) -> WriterService:
    """The service of writers for this request and its caller."""
    return WriterService(WriterRepository(session, caller))


Writers = Annotated[WriterService, Depends(get_writers)]
