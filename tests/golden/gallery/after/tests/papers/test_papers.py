"""Papers do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from archive.papers.repository import PaperRepository
from archive.papers.routes import router


class TestPapers(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = PaperRepository
    actions = (Action("file", moves={"status": "draft -> filed"}, needs=("scan",)),)
