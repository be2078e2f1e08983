"""Notes do what their policy and their schemas say."""

from keel.testing import ResourceTests

from helpdesk.notes.repository import NoteRepository
from helpdesk.notes.routes import router


class TestNotes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = NoteRepository
