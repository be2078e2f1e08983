"""The endpoints of sections."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks
from keel.problems import Conflict, Unwritten, answers

from magazine.sections.policy import POLICY
from magazine.sections.schemas import (
    SectionCreate,
    SectionImport,
    SectionQuery,
    SectionRead,
    SectionUpdate,
)
from magazine.sections.service import Sections

router = APIRouter(prefix="/sections", tags=["sections"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_sections(
    query: Annotated[SectionQuery, Query()], sections: Sections, links: PageLinks
) -> Page[SectionRead]:
    """List sections."""
    return links.add(await sections.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)], responses=answers(Conflict))
async def create_section(body: SectionCreate, sections: Sections) -> SectionRead:
    """Add a section."""
    return await sections.create(body)


@router.get("/{section_id}", dependencies=[allow(POLICY.read)])
async def read_section(section_id: UUID, sections: Sections) -> SectionRead:
    """Read one section."""
    return await sections.read(section_id)


@router.patch("/{section_id}", dependencies=[allow(POLICY.update)], responses=answers(Conflict))
async def update_section(section_id: UUID, body: SectionUpdate, sections: Sections) -> SectionRead:
    """Change a section; what the body leaves out stays."""
    return await sections.update(section_id, body)


@router.delete(
    "/{section_id}",
    status_code=204,
    dependencies=[allow(POLICY.delete)],
    responses=answers(Conflict),
)
async def delete_section(section_id: UUID, sections: Sections) -> None:
    """Delete a section."""
    await sections.delete(section_id)


@router.post("/import", dependencies=[allow(POLICY.action("import"))], responses=answers(Unwritten))
async def import_sections(body: SectionImport, sections: Sections) -> list[SectionRead]:
    """Add sections that a feed has."""
    return await sections.import_(body)


@router.post(
    "/purge",
    status_code=204,
    dependencies=[allow(POLICY.action("purge"))],
    responses=answers(Unwritten),
)
async def purge_sections(sections: Sections) -> None:
    """Purge sections."""
    await sections.purge()
