"""The endpoints of employees."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import ExportResponse, Page, PageLinks, exported

from personnel.employees.policy import POLICY
from personnel.employees.schemas import (
    EmployeeAssess,
    EmployeeCreate,
    EmployeeQuery,
    EmployeeRead,
    EmployeeSelection,
    EmployeeUpdate,
)
from personnel.employees.service import Employees, EmployeesToExport

router = APIRouter(prefix="/employees", tags=["employees"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_employees(
    query: Annotated[EmployeeQuery, Query()], employees: Employees, links: PageLinks
) -> Page[EmployeeRead]:
    """List employees."""
    return links.add(await employees.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_employee(body: EmployeeCreate, employees: Employees) -> EmployeeRead:
    """Add an employee."""
    return await employees.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_employees(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[EmployeeSelection, Query()],
    employees: EmployeesToExport,
) -> ExportResponse:
    """Export employees: a file of all that the list has."""
    return ExportResponse.of(employees, query, file_format)


@router.get("/{employee_id}", dependencies=[allow(POLICY.read)])
async def read_employee(employee_id: UUID, employees: Employees) -> EmployeeRead:
    """Read one employee."""
    return await employees.read(employee_id)


@router.patch("/{employee_id}", dependencies=[allow(POLICY.update)])
async def update_employee(
    employee_id: UUID, body: EmployeeUpdate, employees: Employees
) -> EmployeeRead:
    """Change an employee; what the body leaves out stays."""
    return await employees.update(employee_id, body)


@router.delete("/{employee_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_employee(employee_id: UUID, employees: Employees) -> None:
    """Delete an employee."""
    await employees.delete(employee_id)


@router.post("/{employee_id}/assess", dependencies=[allow(POLICY.action("assess"))])
async def assess_employee(
    employee_id: UUID, body: EmployeeAssess, employees: Employees
) -> EmployeeRead:
    """Assess an employee."""
    return await employees.assess(employee_id, body)
