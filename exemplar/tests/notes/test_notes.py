"""Notes do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from exemplar.notes.repository import NoteRepository
from exemplar.notes.routes import router


class TestNotes(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = NoteRepository
    actions = (Action("finish", moves={"progress": "open -> done"}, sets={"done_at": ...}),)
