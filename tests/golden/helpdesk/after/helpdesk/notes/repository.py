"""Notes in the database."""

from keel.data import Repository

from helpdesk.notes.models import Note
from helpdesk.notes.policy import POLICY


class NoteRepository(Repository[Note]):
    """Notes that the caller may reach."""

    policy = POLICY
