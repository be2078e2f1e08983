"""The rules of tasks."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from ledger.projects.repository import ProjectRepository
from ledger.tasks.models import Task
from ledger.tasks.repository import TaskRepository
from ledger.tasks.schemas import TaskCreate, TaskRead, TaskUpdate
from ledger.users.repository import UserRepository


class TaskService(Service[Task, TaskCreate, TaskUpdate, TaskRead]):
    """What can happen to a task; override a method to add a rule."""


async def get_tasks(session: Session, caller: CurrentCaller) -> TaskService:
    """The service of tasks for this request and its caller."""
    return TaskService(
        TaskRepository(session, caller),
        project_id=ProjectRepository(session, caller),
        assignee_id=UserRepository(session, caller),
    )


Tasks = Annotated[TaskService, Depends(get_tasks)]
