"""Users with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many
from pydantic import MISSING

from notary.contracts.schemas import ContractRead
from notary.contracts.service import Contracts
from notary.users.schemas import UserRead
from notary.users.service import Users


class UserWithIncludes(UserRead):
    """A user, with what `include` asks for."""

    contracts_by_created_by: list[ContractRead] | MISSING = MISSING


async def get_users_with_includes(
    users: Users,
    contracts: Contracts,
) -> Including[UserWithIncludes]:
    """Users for this request and its caller, with what it asks for."""
    return Including(
        users,
        UserWithIncludes,
        contracts_by_created_by=Many(contracts, "created_by_id"),
    )


UsersWithIncludes = Annotated[Including[UserWithIncludes], Depends(get_users_with_includes)]
