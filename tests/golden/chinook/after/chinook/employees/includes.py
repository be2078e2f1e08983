"""Employees with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One
from pydantic import MISSING

from chinook.customers.schemas import CustomerRead
from chinook.customers.service import Customers
from chinook.employees.schemas import EmployeeRead
from chinook.employees.service import Employees


class EmployeeWithIncludes(EmployeeRead):
    """An employee, with what `include` asks for."""

    reports_to: EmployeeRead | MISSING | None = MISSING
    customers: list[CustomerRead] | MISSING = MISSING


async def get_employees_with_includes(
    employees: Employees,
    customers: Customers,
) -> Including[EmployeeWithIncludes]:
    """Employees for this request and its caller, with what it asks for."""
    return Including(
        employees,
        EmployeeWithIncludes,
        reports_to=One(employees, "reports_to_id"),
        customers=Many(customers, "support_rep_id"),
    )


EmployeesWithIncludes = Annotated[
    Including[EmployeeWithIncludes], Depends(get_employees_with_includes)
]
