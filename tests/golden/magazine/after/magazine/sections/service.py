"""The rules of sections."""

from typing import Annotated

from fastapi import Depends
from keel.auth import CurrentCaller
from keel.data import Service, Session
from keel.problems import Unwritten

from magazine.sections.models import Section
from magazine.sections.repository import SectionRepository
from magazine.sections.schemas import SectionCreate, SectionImport, SectionRead, SectionUpdate


class SectionService(Service[Section, SectionCreate, SectionUpdate, SectionRead]):
    """What can happen to a section; override a method to add a rule."""

    async def import_(self, body: SectionImport) -> list[SectionRead]:
        """Add sections that a feed has."""
        raise Unwritten  # to be written: what it does

    async def purge(self) -> None:
        """Purge sections."""
        raise Unwritten  # to be written: what it does


async def get_sections(session: Session, caller: CurrentCaller) -> SectionService:
    """The service of sections for this request and its caller."""
    return SectionService(SectionRepository(session, caller))


Sections = Annotated[SectionService, Depends(get_sections)]
