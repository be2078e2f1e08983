"""Notes with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One, Through
from pydantic import MISSING

from exemplar.notes.models import NoteRelated
from exemplar.notes.schemas import NoteRead
from exemplar.notes.service import Notes
from exemplar.topics.schemas import TopicRead
from exemplar.topics.service import Topics


class NoteWithIncludes(NoteRead):
    """A note, with what `include` asks for."""

    # grow: members
    topic: TopicRead | MISSING | None = MISSING
    related: list[NoteRead] | MISSING = MISSING
    # end


async def get_notes_with_includes(
    notes: Notes,
    # grow: services
    topics: Topics,
    # end
) -> Including[NoteWithIncludes]:
    """Notes for this request and its caller, with what it asks for."""
    return Including(
        notes,
        NoteWithIncludes,
        # grow: included
        topic=One(topics, "topic_id"),
        related=Through(notes, NoteRelated),
        # end
    )


NotesWithIncludes = Annotated[Including[NoteWithIncludes], Depends(get_notes_with_includes)]
