"""The endpoints of customers."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, answers

from chinook.customers.includes import CustomersWithIncludes, CustomerWithIncludes
from chinook.customers.policy import POLICY
from chinook.customers.schemas import (
    CustomerAssign,
    CustomerCreate,
    CustomerInclude,
    CustomerQuery,
    CustomerRead,
    CustomerUpdate,
)
from chinook.customers.service import Customers

router = APIRouter(prefix="/customers", tags=["customers"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_customers(
    query: Annotated[CustomerQuery, Query()], customers: CustomersWithIncludes, links: PageLinks
) -> Page[CustomerWithIncludes]:
    """List customers."""
    return links.add(await customers.page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_customer(body: CustomerCreate, customers: Customers) -> CustomerRead:
    """Add a customer."""
    return await customers.create(body)


@router.get("/{customer_id}", dependencies=[allow(POLICY.read)])
async def read_customer(
    customer_id: UUID,
    customers: CustomersWithIncludes,
    include: Annotated[Sequence[CustomerInclude], Query()] = (),
) -> CustomerWithIncludes:
    """Read one customer."""
    return await customers.read(customer_id, include)


@router.patch("/{customer_id}", dependencies=[allow(POLICY.update)])
async def update_customer(
    customer_id: UUID, body: CustomerUpdate, customers: Customers
) -> CustomerRead:
    """Change a customer; what the body leaves out stays."""
    return await customers.update(customer_id, body)


@router.delete(
    "/{customer_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_customer(customer_id: UUID, customers: Customers) -> None:
    """Delete a customer."""
    await customers.delete(customer_id)


@router.post("/{customer_id}/assign", dependencies=[allow(POLICY.action("assign"))])
async def assign_customer(
    customer_id: UUID, body: CustomerAssign, customers: Customers
) -> CustomerRead:
    """Say who looks after this customer."""
    return await customers.assign(customer_id, body)
