"""The rules of customers."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from chinook.customers.models import Customer
from chinook.customers.repository import CustomerRepository
from chinook.customers.schemas import CustomerAssign, CustomerCreate, CustomerRead, CustomerUpdate
from chinook.employees.repository import EmployeeRepository


class CustomerService(Service[Customer, CustomerCreate, CustomerUpdate, CustomerRead]):
    """What can happen to a customer; override a method to add a rule."""

    async def assign(self, customer_id: UUID, body: CustomerAssign) -> CustomerRead:
        """Say who looks after this customer."""
        customer = await self.row_for("assign", customer_id, body)
        customer.support_rep_id = body.support_rep_id
        return await self.save(customer)


async def get_customers(session: Session, caller: CurrentCaller) -> CustomerService:
    """The service of customers for this request and its caller."""
    return CustomerService(
        CustomerRepository(session, caller),
        support_rep_id=EmployeeRepository(session, caller),
    )


Customers = Annotated[CustomerService, Depends(get_customers)]
