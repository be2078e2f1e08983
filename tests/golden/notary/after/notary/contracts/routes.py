"""The endpoints of contracts."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import (
    Change,
    CursorPage,
    ExportResponse,
    Page,
    PageLinks,
    PageQuery,
    changes_of,
    exported,
)
from keel.problems import Conflict, answers

from notary.contracts.includes import ContractsWithIncludes, ContractWithIncludes
from notary.contracts.policy import POLICY
from notary.contracts.schemas import (
    ContractCancel,
    ContractCreate,
    ContractInclude,
    ContractQuery,
    ContractRead,
    ContractSelection,
    ContractUpdate,
)
from notary.contracts.service import Contracts, ContractsToExport

router = APIRouter(prefix="/contracts", tags=["contracts"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_contracts(
    query: Annotated[ContractQuery, Query()], contracts: ContractsWithIncludes, links: PageLinks
) -> CursorPage[ContractWithIncludes]:
    """List contracts."""
    return links.add(await contracts.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_contract(body: ContractCreate, contracts: Contracts) -> ContractRead:
    """Add a contract."""
    return await contracts.create(body)


@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv"),
)
async def export_contracts(
    file_format: Literal["csv"],
    query: Annotated[ContractSelection, Query()],
    contracts: ContractsToExport,
) -> ExportResponse:
    """Export contracts: a file of all that the list has."""
    return ExportResponse.of(contracts, query, file_format)


@router.get("/{contract_id}", dependencies=[allow(POLICY.read)])
async def read_contract(
    contract_id: UUID,
    contracts: ContractsWithIncludes,
    include: Annotated[Sequence[ContractInclude], Query()] = (),
) -> ContractWithIncludes:
    """Read one contract."""
    return await contracts.read(contract_id, include)


@router.patch("/{contract_id}", dependencies=[allow(POLICY.update)])
async def update_contract(
    contract_id: UUID, body: ContractUpdate, contracts: Contracts
) -> ContractRead:
    """Change a contract; what the body leaves out stays."""
    return await contracts.update(contract_id, body)


@router.delete("/{contract_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_contract(contract_id: UUID, contracts: Contracts) -> None:
    """Delete a contract."""
    await contracts.delete(contract_id)


@router.get("/{contract_id}/history", dependencies=[allow(POLICY.history)])
async def list_contract_history(
    contract_id: UUID, query: Annotated[PageQuery, Query()], contracts: Contracts, links: PageLinks
) -> Page[Change]:
    """List what changed in a contract, newest first."""
    return links.add(await changes_of(contracts, contract_id, query))


@router.post(
    "/{contract_id}/sign", dependencies=[allow(POLICY.action("sign"))], responses=answers(Conflict)
)
async def sign_contract(contract_id: UUID, contracts: Contracts) -> ContractRead:
    """Sign a contract."""
    return await contracts.sign(contract_id)


@router.post(
    "/{contract_id}/cancel",
    dependencies=[allow(POLICY.action("cancel"))],
    responses=answers(Conflict),
)
async def cancel_contract(
    contract_id: UUID, body: ContractCancel, contracts: Contracts
) -> ContractRead:
    """Cancel a contract."""
    return await contracts.cancel(contract_id, body)
