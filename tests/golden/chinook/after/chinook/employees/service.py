"""The rules of employees."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, TreeService

from chinook.employees.models import Employee
from chinook.employees.repository import EmployeeRepository
from chinook.employees.schemas import EmployeeCreate, EmployeeRead, EmployeeUpdate


class EmployeeService(TreeService[Employee, EmployeeCreate, EmployeeUpdate, EmployeeRead]):
    """What can happen to an employee; override a method to add a rule."""


async def get_employees(session: Session, caller: CurrentCaller) -> EmployeeService:
    """The service of employees for this request and its caller."""
    return EmployeeService(
        EmployeeRepository(session, caller),
        reports_to_id=EmployeeRepository(session, caller),
    )


Employees = Annotated[EmployeeService, Depends(get_employees)]
