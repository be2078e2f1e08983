"""The rules of annexes."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Session, TreeService

from notary.annexes.models import Annex
from notary.annexes.repository import AnnexRepository
from notary.annexes.schemas import AnnexCreate, AnnexRead, AnnexUpdate
from notary.contracts.repository import ContractRepository


class AnnexService(TreeService[Annex, AnnexCreate, AnnexUpdate, AnnexRead]):
    """What can happen to an annex; override a method to add a rule."""


async def get_annexes(session: Session, caller: CurrentCaller) -> AnnexService:
    """The service of annexes for this request and its caller."""
    return AnnexService(
        AnnexRepository(session, caller),
        contract_id=ContractRepository(session, caller),
        above_id=AnnexRepository(session, caller),
    )


Annexes = Annotated[AnnexService, Depends(get_annexes)]
