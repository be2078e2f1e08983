"""Tasks in the database."""

from keel.data import Repository

from ledger.tasks.models import Task
from ledger.tasks.policy import POLICY


class TaskRepository(Repository[Task]):
    """Tasks that the caller may reach."""

    policy = POLICY
