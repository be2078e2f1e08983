"""What callers send and receive about customers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from keel.data import Email, Input, Output, PageQuery
from pydantic import MISSING, Field

FirstName = Annotated[str, Field(min_length=1, max_length=40)]
LastName = Annotated[str, Field(min_length=1, max_length=20)]
Company = Annotated[str, Field(min_length=1, max_length=80)]
Phone = Annotated[str, Field(min_length=1, max_length=24)]
Address = Annotated[str, Field(min_length=1, max_length=70)]
City = Annotated[str, Field(min_length=1, max_length=40)]
State = Annotated[str, Field(min_length=1, max_length=40)]
Country = Annotated[str, Field(min_length=1, max_length=40)]
PostalCode = Annotated[str, Field(min_length=1, max_length=10)]
CustomerInclude = Literal["support_rep", "invoices"]
Words = Annotated[
    str, Field(max_length=200, description="Words to find in first_name and last_name.")
]


class CustomerCreate(Input):
    """A customer to add."""

    first_name: FirstName
    last_name: LastName
    email: Email
    company: Company | None = None
    phone: Phone | None = None
    address: Address | None = None
    city: City | None = None
    state: State | None = None
    country: Country | None = None
    postal_code: PostalCode | None = None


class CustomerUpdate(Input):
    """What to change of a customer; what is absent stays."""

    first_name: FirstName | MISSING = MISSING
    last_name: LastName | MISSING = MISSING
    email: Email | MISSING = MISSING
    company: Company | MISSING | None = MISSING
    phone: Phone | MISSING | None = MISSING
    address: Address | MISSING | None = MISSING
    city: City | MISSING | None = MISSING
    state: State | MISSING | None = MISSING
    country: Country | MISSING | None = MISSING
    postal_code: PostalCode | MISSING | None = MISSING


class CustomerAssign(Input):
    """What it takes to assign a customer."""

    support_rep_id: UUID | None = None


class CustomerRead(Output):
    """A customer as callers see it."""

    id: UUID
    first_name: str
    last_name: str
    email: str
    company: str | None
    phone: str | None
    address: str | None
    city: str | None
    state: str | None
    country: str | None
    postal_code: str | None
    support_rep_id: UUID | None
    invoice_count: Annotated[int, Field(description="Count of invoices.")]
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class CustomerQuery(PageQuery):
    """Which customers to list, in what order, and how many."""

    sort: Literal[
        "created_at",
        "-created_at",
        "last_name",
        "-last_name",
        "country",
        "-country",
        "invoice_count",
        "-invoice_count",
        "relevance",
    ] = "relevance"
    q: Words | None = None
    country: Country | None = None
    city: City | None = None
    support_rep_id: UUID | None = None
    include: Sequence[CustomerInclude] = ()
