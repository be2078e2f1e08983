"""What a refusal of the database means to the caller."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from keel.data.database import postgres, sqlite
from keel.data.database.refusal import Kind, Refusal, tenant_fields, unavailable
from keel.data.overlap.rule import overlapping
from keel.problems import Conflict, FieldError, Invalid, Problem

STILL_REFERRED_TO = "Other things refer to it; delete those first."
"""Why something cannot be deleted."""


@contextmanager
def problems_for_refusals() -> Generator[None]:
    """Raise the problem that a refusal of the database is; what is a fault of ours passes."""
    try:
        yield
    except PoolTimeoutError as error:
        raise unavailable("No connection became free in time.") from error
    except DBAPIError as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise _problem_of(refusal, error.statement or "", error.orig) from error


def problem_of_driver(error: Exception, statement: str) -> Problem | None:
    """The problem that an error of a driver itself is; `None` for a fault of ours."""
    refusal = _refusal_of_driver(error, statement)
    return None if refusal is None else _problem_of(refusal, statement, error)


def refusal_of(error: DBAPIError) -> Refusal | None:
    """What an error of the database says, if it is a refusal and not a fault of ours."""
    if error.connection_invalidated:
        return Refusal(Kind.UNAVAILABLE)
    return _refusal_of_driver(error.driver_exception, error.statement or "")


def _refusal_of_driver(error: Exception, statement: str) -> Refusal | None:
    if isinstance(error, sqlite3.Error):
        return sqlite.refusal_of(error, statement)
    return postgres.refusal_of(error)


def _problem_of(refusal: Refusal, statement: str, cause: object) -> Problem:
    told = tuple(name for name in refusal.fields if name not in tenant_fields())
    refusal = replace(refusal, fields=told)
    match refusal.kind:
        case Kind.TAKEN:
            return Conflict("It exists already.", errors=_each(refusal, "Is taken already."))
        case Kind.OVERLAP:
            return overlapping(refusal.fields)
        case Kind.REFERENCE:
            return _of_reference(refusal.fields, statement)
        case Kind.MISSING:
            return Invalid(errors=_each(refusal, "Is required."))
        case Kind.UNFIT:
            return Invalid("A value does not fit.", errors=_each(refusal, refusal.unfit))
        case Kind.UNAVAILABLE:
            return unavailable(cause)


def _of_reference(fields: Sequence[str], statement: str) -> Problem:
    if statement.startswith("DELETE"):
        return Conflict(STILL_REFERRED_TO)
    if not fields:
        return Invalid("It refers to something that does not exist.")
    if len(fields) == 1:
        return Invalid(errors=[FieldError(f"body.{fields[0]}", "Refers to nothing that exists.")])
    return Invalid(f"One of these refers to nothing that exists: {', '.join(fields)}.")


def _each(refusal: Refusal, message: str) -> list[FieldError]:
    return [FieldError(f"body.{field}", message) for field in refusal.fields]
