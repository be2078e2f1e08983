"""Issues do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from tracker.issues.repository import IssueRepository
from tracker.issues.routes import router


class TestIssues(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = IssueRepository
    actions = (
        Action("start", moves={"status": "open -> started"}, needs=("assignee_id",)),
        Action("close", moves={"status": "started -> closed"}, sets={"closed_at": ...}),
        Action("reopen", moves={"status": "closed -> open"}, sets={"closed_at": None}),
    )
