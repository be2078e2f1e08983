"""The rules of employees."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from personnel.employees.models import Employee
from personnel.employees.repository import EmployeeRepository
from personnel.employees.schemas import EmployeeAssess, EmployeeCreate, EmployeeRead, EmployeeUpdate
from personnel.teams.repository import TeamRepository


class EmployeeService(Service[Employee, EmployeeCreate, EmployeeUpdate, EmployeeRead]):
    """What can happen to an employee; override a method to add a rule."""

    async def assess(self, employee_id: UUID, body: EmployeeAssess) -> EmployeeRead:
        """Assess an employee."""
        employee = await self.row_for("assess", employee_id)
        employee.score = body.score
        return await self.save(employee)


async def get_employees(session: Session, caller: CurrentCaller) -> EmployeeService:
    """The service of employees for this request and its caller."""
    return EmployeeService(
        EmployeeRepository(session, caller),
        team_id=TeamRepository(session, caller),
    )


Employees = Annotated[EmployeeService, Depends(get_employees)]


async def get_employees_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> EmployeeService:
    """The service of employees as they are at one moment, until the answer is sent."""
    return await get_employees(session, caller)


EmployeesToExport = Annotated[EmployeeService, Depends(get_employees_to_export)]
