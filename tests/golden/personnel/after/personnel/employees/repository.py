"""Employees in the database."""

from keel.data import Repository

from personnel.employees.models import Employee
from personnel.employees.policy import POLICY


class EmployeeRepository(Repository[Employee]):
    """Employees that the caller may reach."""

    policy = POLICY
