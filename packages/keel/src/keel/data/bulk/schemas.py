"""What callers send and receive of many rows at once."""

from typing import Annotated, Any, Generic, TypeVar, get_args
from uuid import UUID

from pydantic import (
    MISSING,
    BaseModel,
    Field,
    GetCoreSchemaHandler,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from keel.data.schemas import Declared, Input, Output
from keel.problems import Invalid
from keel.problems.answers import SCHEMA
from keel.problems.field_errors import field_errors

T = TypeVar("T")
R = TypeVar("R", bound=Output)

MAX_ROWS = 100
"""Rows in one call."""


class _Apart:
    """Lets what is wrong with a value be an `Invalid` in its place; its JSON Schema stays."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        valid, _ = get_args(source)
        return core_schema.no_info_wrap_validator_function(_read, handler(valid))


def _read(value: object, read: ValidatorFunctionWrapHandler) -> object:
    try:
        return read(value)
    except ValidationError as error:
        return Invalid(errors=field_errors(error.errors(include_input=False), "body"))


class Bulk(Declared, Generic[T]):
    """Rows of one call: what is wrong with one of them is that row's answer, and not the call's."""

    items: Annotated[
        list[Annotated[T | Invalid, _Apart()]], Field(min_length=1, max_length=MAX_ROWS)
    ]


class Identified(Input):
    """Which row a change is for: `class BookBulkUpdate(BookUpdate, Identified)`."""

    id: UUID = Field(exclude=True)  # no column to change


class BulkDeletion(BaseModel):
    """What came of deleting one row.

    Attributes:
        status: What a call for this row alone would have been answered with.
        problem: Why it was refused; its `instance` points into the call's body.
    """

    status: int
    problem: Annotated[dict[str, Any], WithJsonSchema(SCHEMA)] | MISSING = MISSING


class BulkOutcome(BulkDeletion, Generic[R]):
    """What came of making or changing one row."""

    row: R | MISSING = MISSING


class BulkDeletions(BaseModel):
    """What came of each row, in the order in which they were sent."""

    items: list[BulkDeletion]


class BulkOutcomes(BaseModel, Generic[R]):
    """What came of each row, in the order in which they were sent."""

    items: list[BulkOutcome[R]]
