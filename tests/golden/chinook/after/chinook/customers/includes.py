"""Customers with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One
from pydantic import MISSING

from chinook.customers.schemas import CustomerRead
from chinook.customers.service import Customers
from chinook.employees.schemas import EmployeeRead
from chinook.employees.service import Employees
from chinook.invoices.schemas import InvoiceRead
from chinook.invoices.service import Invoices


class CustomerWithIncludes(CustomerRead):
    """A customer, with what `include` asks for."""

    support_rep: EmployeeRead | MISSING | None = MISSING
    invoices: list[InvoiceRead] | MISSING = MISSING


async def get_customers_with_includes(
    customers: Customers,
    employees: Employees,
    invoices: Invoices,
) -> Including[CustomerWithIncludes]:
    """Customers for this request and its caller, with what it asks for."""
    return Including(
        customers,
        CustomerWithIncludes,
        support_rep=One(employees, "support_rep_id"),
        invoices=Many(invoices, "customer_id"),
    )


CustomersWithIncludes = Annotated[
    Including[CustomerWithIncludes], Depends(get_customers_with_includes)
]
