"""Issues do what their policy and their schemas say."""

from keel.testing import ResourceTests

from workboard.issues.repository import IssueRepository
from workboard.issues.routes import router


class TestIssues(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = IssueRepository
