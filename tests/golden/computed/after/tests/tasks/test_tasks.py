"""Tasks do what their policy and their schemas say."""

from keel.testing import ResourceTests

from ledger.tasks.repository import TaskRepository
from ledger.tasks.routes import router


class TestTasks(ResourceTests):
    """Every endpoint: who may call it, what it takes, what it costs."""

    endpoints = router
    repository = TaskRepository
