"""What callers send and receive about employees."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

FirstName = Annotated[str, Field(min_length=1, max_length=20)]
LastName = Annotated[str, Field(min_length=1, max_length=20)]
Title = Annotated[str, Field(min_length=1, max_length=30)]
Phone = Annotated[str, Field(min_length=1, max_length=24)]
Address = Annotated[str, Field(min_length=1, max_length=70)]
City = Annotated[str, Field(min_length=1, max_length=40)]
State = Annotated[str, Field(min_length=1, max_length=40)]
Country = Annotated[str, Field(min_length=1, max_length=40)]
PostalCode = Annotated[str, Field(min_length=1, max_length=10)]
EmployeeInclude = Literal["reports_to", "customers"]
Words = Annotated[str, Field(max_length=200, description="Words to find in last_name.")]


class EmployeeCreate(Input):
    """An employee to add."""

    first_name: FirstName
    last_name: LastName
    title: Title
    email: Email
    phone: Phone | None = None
    born: date | None = None
    hired: date
    address: Address | None = None
    city: City | None = None
    state: State | None = None
    country: Country | None = None
    postal_code: PostalCode | None = None
    reports_to_id: UUID | None = None


class EmployeeUpdate(Input):
    """What to change of an employee; what is absent stays."""

    first_name: FirstName | MISSING = MISSING
    last_name: LastName | MISSING = MISSING
    title: Title | MISSING = MISSING
    email: Email | MISSING = MISSING
    phone: Phone | MISSING | None = MISSING
    born: date | MISSING | None = MISSING
    hired: date | MISSING = MISSING
    address: Address | MISSING | None = MISSING
    city: City | MISSING | None = MISSING
    state: State | MISSING | None = MISSING
    country: Country | MISSING | None = MISSING
    postal_code: PostalCode | MISSING | None = MISSING
    reports_to_id: UUID | MISSING | None = MISSING


class EmployeeRead(Output):
    """An employee as callers see it."""

    id: UUID
    first_name: str
    last_name: str
    title: str
    email: str
    phone: str | None
    born: date | None
    hired: date
    address: str | None
    city: str | None
    state: str | None
    country: str | None
    postal_code: str | None
    reports_to_id: UUID | None
    name: Annotated[str, Field(description='`first_name + " " + last_name`.')]
    customer_count: Annotated[int, Field(description="Count of customers.")]
    created_at: datetime
    updated_at: datetime


class EmployeeQuery(PageQuery):
    """Which employees to list, in what order, and how many."""

    sort: Literal[
        "created_at", "-created_at", "last_name", "-last_name", "hired", "-hired", "relevance"
    ] = "relevance"
    q: Words | None = None
    reports_to_id: UUID | None = None
    city: City | None = None
    country: Country | None = None
    include: Sequence[EmployeeInclude] = ()
