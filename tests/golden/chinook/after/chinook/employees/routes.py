"""The endpoints of employees."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.employees.includes import EmployeesWithIncludes, EmployeeWithIncludes
from chinook.employees.policy import POLICY
from chinook.employees.schemas import (
    EmployeeCreate,
    EmployeeInclude,
    EmployeeQuery,
    EmployeeRead,
    EmployeeUpdate,
)
from chinook.employees.service import Employees

router = APIRouter(prefix="/employees", tags=["employees"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_employees(
    query: Annotated[EmployeeQuery, Query()], employees: EmployeesWithIncludes, links: PageLinks
) -> Page[EmployeeWithIncludes]:
    """List employees."""
    return links.add(await employees.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_employee(body: EmployeeCreate, employees: Employees) -> EmployeeRead:
    """Add an employee."""
    return await employees.create(body)


@router.get("/{employee_id}", dependencies=[allow(POLICY.read)])
async def read_employee(
    employee_id: UUID,
    employees: EmployeesWithIncludes,
    include: Annotated[Sequence[EmployeeInclude], Query()] = (),
) -> EmployeeWithIncludes:
    """Read one employee."""
    return await employees.read(employee_id, include)


@router.patch("/{employee_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_employee(
    employee_id: UUID, body: EmployeeUpdate, employees: Employees
) -> EmployeeRead:
    """Change an employee; what the body leaves out stays."""
    return await employees.update(employee_id, body)


@router.delete(
    "/{employee_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_employee(employee_id: UUID, employees: Employees) -> None:
    """Delete an employee."""
    await employees.delete(employee_id)


@router.get("/{employee_id}/children", dependencies=[allow(POLICY.list)])
async def list_employee_children(
    employee_id: UUID,
    query: Annotated[EmployeeQuery, Query()],
    employees: EmployeesWithIncludes,
    links: PageLinks,
) -> Page[EmployeeWithIncludes]:
    """List what is right below an employee."""
    await employees.within(reports_to_id=employee_id)
    return links.add(await employees.page(query, query.include))


@router.get("/{employee_id}/ancestors", dependencies=[allow(POLICY.read)])
async def list_employee_ancestors(employee_id: UUID, employees: Employees) -> list[EmployeeRead]:
    """List what is above an employee, its root first."""
    return await employees.ancestors(employee_id)


@router.get("/{employee_id}/subtree", dependencies=[allow(POLICY.list)])
async def list_employee_subtree(
    employee_id: UUID, employees: Employees, depth: Annotated[int, Query(ge=1, le=32)] = 32
) -> list[EmployeeRead]:
    """List an employee and what is below it, level by level, 1,000 rows at most."""
    return await employees.subtree(employee_id, depth)
