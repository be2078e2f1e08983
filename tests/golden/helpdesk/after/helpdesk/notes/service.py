"""The rules of notes."""

from typing import Annotated, Never

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from helpdesk.notes.models import Note
from helpdesk.notes.repository import NoteRepository
from helpdesk.notes.schemas import NoteCreate, NoteRead


class NoteService(Service[Note, NoteCreate, Never, NoteRead]):
    """What can happen to a note; override a method to add a rule."""


async def get_notes(session: Session, caller: CurrentCaller) -> NoteService:
    """The service of notes for this request and its caller."""
    return NoteService(NoteRepository(session, caller))


Notes = Annotated[NoteService, Depends(get_notes)]
