"""Issues do what their policy and their schemas say."""

from keel.testing import Action, ResourceTests

from team.issues.repository import IssueRepository
from team.issues.routes import router


class TestIssues(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = IssueRepository
    actions = (
        Action("close", moves={"status": "open -> closed"}),
        Action("reopen", moves={"status": "closed -> open"}),
    )
