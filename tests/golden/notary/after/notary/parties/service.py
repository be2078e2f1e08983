"""The rules of parties."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session

from notary.contracts.repository import ContractRepository
from notary.parties.models import Party
from notary.parties.repository import PartyRepository
from notary.parties.schemas import PartyCreate, PartyRead, PartyUpdate
from notary.users.repository import UserRepository


class PartyService(Service[Party, PartyCreate, PartyUpdate, PartyRead]):
    """What can happen to a party; override a method to add a rule."""


async def get_parties(session: Session, caller: CurrentCaller) -> PartyService:
    """The service of parties for this request and its caller."""
    return PartyService(
        PartyRepository(session, caller),
        contract_id=ContractRepository(session, caller),
        user_id=UserRepository(session, caller),
    )


Parties = Annotated[PartyService, Depends(get_parties)]
