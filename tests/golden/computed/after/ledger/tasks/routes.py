"""The endpoints of tasks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, PageLinks
from keel.problems import Conflict, answers

from ledger.tasks.policy import POLICY
from ledger.tasks.schemas import TaskCreate, TaskQuery, TaskRead, TaskUpdate
from ledger.tasks.service import Tasks

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_tasks(
    query: Annotated[TaskQuery, Query()], tasks: Tasks, links: PageLinks
) -> CursorPage[TaskRead]:
    """List tasks."""
    return links.add(await tasks.cursor_page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_task(body: TaskCreate, tasks: Tasks) -> TaskRead:
    """Add a task."""
    return await tasks.create(body)


@router.get("/{task_id}", dependencies=[allow(POLICY.read)])
async def read_task(task_id: UUID, tasks: Tasks) -> TaskRead:
    """Read one task."""
    return await tasks.read(task_id)


@router.patch("/{task_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_task(task_id: UUID, body: TaskUpdate, tasks: Tasks) -> TaskRead:
    """Change a task; what the body leaves out stays."""
    return await tasks.update(task_id, body)


@router.delete("/{task_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_task(task_id: UUID, tasks: Tasks) -> None:
    """Delete a task."""
    await tasks.delete(task_id)
