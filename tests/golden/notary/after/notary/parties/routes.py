"""The endpoints of parties."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Change, Page, PageLinks, PageQuery, changes_of
from keel.problems import Conflict, answers

from notary.parties.policy import POLICY
from notary.parties.schemas import PartyCreate, PartyQuery, PartyRead, PartyUpdate
from notary.parties.service import Parties

router = APIRouter(prefix="/parties", tags=["parties"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_parties(
    query: Annotated[PartyQuery, Query()], parties: Parties, links: PageLinks
) -> Page[PartyRead]:
    """List parties."""
    return links.add(await parties.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_party(body: PartyCreate, parties: Parties) -> PartyRead:
    """Add a party."""
    return await parties.create(body)


@router.get("/{party_id}", dependencies=[allow(POLICY.read)])
async def read_party(party_id: UUID, parties: Parties) -> PartyRead:
    """Read one party."""
    return await parties.read(party_id)


@router.patch("/{party_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_party(party_id: UUID, body: PartyUpdate, parties: Parties) -> PartyRead:
    """Change a party; what the body leaves out stays."""
    return await parties.update(party_id, body)


@router.delete("/{party_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_party(party_id: UUID, parties: Parties) -> None:
    """Delete a party."""
    await parties.delete(party_id)


@router.get("/{party_id}/history", dependencies=[allow(POLICY.history)])
async def list_party_history(
    party_id: UUID, query: Annotated[PageQuery, Query()], parties: Parties, links: PageLinks
) -> Page[Change]:
    """List what changed in a party, newest first."""
    return links.add(await changes_of(parties, party_id, query))
