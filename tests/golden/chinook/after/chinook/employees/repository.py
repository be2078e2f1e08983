"""Employees in the database."""

from functools import cached_property

from keel.data import Computed, Repository

from chinook.customers.repository import CustomerRepository
from chinook.employees.models import Employee
from chinook.employees.policy import POLICY


class EmployeeRepository(Repository[Employee]):
    """Employees that the caller may reach."""

    policy = POLICY
    tree = "reports_to_id"

    @cached_property
    def computed(self) -> Computed:
        """What SQL works out for each employee, of rows that the caller may list."""
        own = self.own
        customers = self.referring(CustomerRepository, by="support_rep_id")
        return {
            "name": own.first_name + " " + own.last_name,
            "customer_count": customers.count(),
        }
