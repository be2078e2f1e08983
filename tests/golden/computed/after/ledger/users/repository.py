"""Users in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from ledger.tasks.models import TaskState
from ledger.tasks.repository import TaskRepository
from ledger.users.models import User
from ledger.users.policy import POLICY


class UserRepository(Repository[User]):
    """Users that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each user, of rows that the caller may list."""
        tasks = self.referring(TaskRepository, by="assignee_id")
        return {
            "open_tasks": tasks.count(state=TaskState.OPEN),
        }
