"""Notes in the database."""

from keel.data import Repository

from exemplar.notes.models import Note, NoteRelated
from exemplar.notes.policy import POLICY


class NoteRepository(Repository[Note]):
    """Notes that the caller may reach."""

    policy = POLICY
    links = (NoteRelated,)
