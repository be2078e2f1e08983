"""Projects in the database."""

from decimal import Decimal
from functools import cached_property

from keel.data import Computed, Repository

from ledger.lines.repository import LineRepository
from ledger.projects.models import Project
from ledger.projects.policy import POLICY
from ledger.tasks.models import TaskState
from ledger.tasks.repository import TaskRepository


class ProjectRepository(Repository[Project]):
    """Projects that the caller may reach."""

    policy = POLICY

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each project, of rows that the caller may list."""
        projects = self.referring(ProjectRepository, by="parent_id")
        tasks = self.referring(TaskRepository, by="project_id")
        lines = self.referring(LineRepository, by="project_id")
        return {
            "parts": projects.count(),
            "open_tasks": tasks.count(state__ne=TaskState.DONE, due__is_null=False),
            "effort": tasks.sum("hours"),
            "usual_effort": tasks.average("hours"),
            "mean_rank": tasks.average("rank", state=TaskState.IN_WORK),
            "rank_sum": tasks.sum("rank"),
            "next_due": tasks.min("due", state__ne=TaskState.DONE, rank__gte=2),
            "last_change": tasks.max("updated_at"),
            "last_title": tasks.max("title", hours__lt=Decimal("900.5")),
            "spent": lines.sum("amount", is_work=True),
        }
