"""The rules of collections."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session, SnapshotSession

from archive.collections.models import Collection
from archive.collections.repository import CollectionRepository
from archive.collections.schemas import CollectionCreate, CollectionRead, CollectionUpdate


class CollectionService(Service[Collection, CollectionCreate, CollectionUpdate, CollectionRead]):
    """What can happen to a collection; override a method to add a rule."""


async def get_collections(session: Session, caller: CurrentCaller) -> CollectionService:
    """The service of collections for this request and its caller."""
    return CollectionService(CollectionRepository(session, caller))


Collections = Annotated[CollectionService, Depends(get_collections)]


async def get_collections_to_export(
    session: SnapshotSession, caller: CurrentCaller
) -> CollectionService:
    """The service of collections as they are at one moment, until the answer is sent."""
    return await get_collections(session, caller)


CollectionsToExport = Annotated[CollectionService, Depends(get_collections_to_export)]
