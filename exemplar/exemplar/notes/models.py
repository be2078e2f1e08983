"""The table of notes."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from keel.data import FileColumn, Model, Owned, Pair, Searched, StoredFile, choice
from sqlalchemy import Index, Text
from sqlmodel import Field


# grow: enums
class NoteMood(StrEnum):
    """Values of `Note.mood`."""

    CALM = "calm"
    BRIGHT = "bright"


class NoteProgress(StrEnum):
    """Values of `Note.progress`."""

    OPEN = "open"
    DONE = "done"
    # end


class Note(Owned, Model, table=True):
    # grow: about
    """What a person wrote down about a topic."""

    __tablename__ = "notes"
    # grow: indexes
    __table_args__ = (Index(None, "title", "id"),)
    searched = Searched(title=4, body=1)
    # end

    # grow: columns
    title: str = Field(max_length=200)
    body: str = Field(sa_type=Text)
    mood: NoteMood = Field(default=NoteMood.CALM, sa_type=choice(NoteMood), index=True)
    topic_id: UUID = Field(foreign_key="topics.id", ondelete="RESTRICT", index=True)
    progress: NoteProgress = Field(default=NoteProgress.OPEN, sa_type=choice(NoteProgress))
    done_at: datetime | None = None
    drawing: StoredFile | None = Field(default=None, sa_type=FileColumn)
    # end


# grow: links
class NoteRelated(Pair, table=True):
    """The `related` of notes."""

    __tablename__ = "note_related"

    note_id: UUID = Field(foreign_key="notes.id", ondelete="CASCADE", primary_key=True)
    related_id: UUID = Field(
        foreign_key="notes.id", ondelete="CASCADE", primary_key=True, index=True
    )
