"""Contracts with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, Many, One
from pydantic import MISSING

from notary.annexes.schemas import AnnexRead
from notary.annexes.service import Annexes
from notary.contracts.schemas import ContractRead
from notary.contracts.service import Contracts
from notary.parties.schemas import PartyRead
from notary.parties.service import Parties
from notary.users.schemas import UserRead
from notary.users.service import Users


class ContractWithIncludes(ContractRead):
    """A contract, with what `include` asks for."""

    created_by: UserRead | MISSING | None = MISSING
    annexes: list[AnnexRead] | MISSING = MISSING
    parties: list[PartyRead] | MISSING = MISSING


async def get_contracts_with_includes(
    contracts: Contracts,
    annexes: Annexes,
    parties: Parties,
    users: Users,
) -> Including[ContractWithIncludes]:
    """Contracts for this request and its caller, with what it asks for."""
    return Including(
        contracts,
        ContractWithIncludes,
        created_by=One(users, "created_by_id"),
        annexes=Many(annexes, "contract_id"),
        parties=Many(parties, "contract_id"),
    )


ContractsWithIncludes = Annotated[
    Including[ContractWithIncludes], Depends(get_contracts_with_includes)
]
