"""The rules of notes."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession, now

from exemplar.notes.models import Note, NoteProgress
from exemplar.notes.repository import NoteRepository
from exemplar.notes.schemas import NoteCreate, NoteRead, NoteUpdate
from exemplar.topics.repository import TopicRepository


class NoteService(Service[Note, NoteCreate, NoteUpdate, NoteRead]):
    """What can happen to a note; override a method to add a rule."""

    async def finish(self, note_id: UUID) -> NoteRead:
        """Tick a note off."""
        note = await self.row_for("finish", note_id, progress=NoteProgress.OPEN)
        note.progress = NoteProgress.DONE
        note.done_at = now()
        return await self.save(note)


async def get_notes(session: Session, caller: CurrentCaller) -> NoteService:
    """The service of notes for this request and its caller."""
    return NoteService(
        NoteRepository(session, caller),
        topic_id=TopicRepository(session, caller),
        related_ids=NoteRepository(session, caller),
    )


Notes = Annotated[NoteService, Depends(get_notes)]


# grow: export
async def get_notes_to_export(session: SnapshotSession, caller: CurrentCaller) -> NoteService:
    """The service of notes as they are at one moment, until the answer is sent."""
    return await get_notes(session, caller)


NotesToExport = Annotated[NoteService, Depends(get_notes_to_export)]
# end
