"""Tenants that begin with an account."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel.ext.asyncio.session import AsyncSession

from keel.access.paths import table_of, target_of
from keel.auth.account import Account
from keel.data import Model


def tenants_of(user: type[Account]) -> type[Model] | None:
    """The model of the tenants that accounts are of; `None` where there are none."""
    if not user.tenant_field:
        return None
    table = target_of(table_of(user), user.tenant_field)
    mappers: Any = inspect(user).registry.mappers
    model: type[Model] = next(each.class_ for each in mappers if each.local_table is table)
    return model


async def begun_tenant(
    session: AsyncSession, user: type[Account], values: Mapping[str, str]
) -> dict[str, UUID]:
    """A new tenant with these values.

    Returns:
        Its id, by the field that its accounts have for it; nothing without values or tenants.

    Raises:
        ValidationError: The values make no tenant.
    """
    tenants = tenants_of(user)
    if tenants is None or not values:
        return {}
    tenant = tenants.model_validate(dict(values))
    session.add(tenant)
    await session.flush()
    return {str(user.tenant_field): tenant.id}
