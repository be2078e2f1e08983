"""Tenancy: several customers in one backend, of whom each reaches its own rows alone."""

from typing import Any

from sqlalchemy import ColumnElement, false, true

from keel.access.caller import Caller
from keel.access.conditions import as_condition

UNSAID = ""
"""The tenant field of a model that says nothing of tenants."""


def is_of_tenants(row: Any) -> bool:
    """Whether a row, or each row of a model, is of one tenant or is one."""
    return bool(getattr(row, "tenant_field", UNSAID))


def within_tenant(model: type[Any], row: Any, caller: Caller) -> ColumnElement[bool]:
    """Whether `row`, one row of `model` or `model` itself, is of the caller's tenant.

    `true()` or `false()` where that needs no look into the database.

    Raises:
        TypeError: The caller is of a tenant, and the model does not say whose its rows are.
    """
    field: str | None = getattr(model, "tenant_field", UNSAID)
    if field is None:
        return true()
    if field == UNSAID:
        if caller.tenant_id is not None:
            raise TypeError(
                f"{model.__name__} does not say which tenant a row is of. Give it a `tenant_field`,"
                " or `tenant_field = None` if all tenants share its rows."
            )
        return true()
    if caller.tenant_id is None:
        return false()
    return as_condition(getattr(row, field) == caller.tenant_id)


def take_in(row: Any, caller: Caller) -> None:
    """Let a new row be of the caller's tenant, unless it is of one already."""
    if is_of_tenants(row) and getattr(row, row.tenant_field, None) is None:
        setattr(row, row.tenant_field, caller.tenant_id)
