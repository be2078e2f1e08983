"""The rules of contracts."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession, now

from notary.contracts.models import Contract, ContractStatus
from notary.contracts.repository import ContractRepository
from notary.contracts.schemas import ContractCancel, ContractCreate, ContractRead, ContractUpdate
from notary.users.repository import UserRepository


class ContractService(Service[Contract, ContractCreate, ContractUpdate, ContractRead]):
    """What can happen to a contract; override a method to add a rule."""

    async def sign(self, contract_id: UUID) -> ContractRead:
        """Sign a contract."""
        contract = await self.row_for("sign", contract_id, status=ContractStatus.DRAFT)
        contract.status = ContractStatus.SIGNED
        contract.signed_at = now()
        return await self.save(contract)

    async def cancel(self, contract_id: UUID, body: ContractCancel) -> ContractRead:
        """Cancel a contract."""
        contract = await self.row_for("cancel", contract_id, status=ContractStatus.SIGNED)
        contract.status = ContractStatus.VOID
        contract.remarks = body.remarks
        return await self.save(contract)


async def get_contracts(session: Session, caller: CurrentCaller) -> ContractService:
    """The service of contracts for this request and its caller."""
    return ContractService(
        ContractRepository(session, caller),
        witness_id=UserRepository(session, caller),
    )


Contracts = Annotated[ContractService, Depends(get_contracts)]


async def get_contracts_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> ContractService:
    """The service of contracts as they are at one moment, until the answer is sent."""
    return await get_contracts(session, caller)


ContractsToExport = Annotated[ContractService, Depends(get_contracts_to_export)]
