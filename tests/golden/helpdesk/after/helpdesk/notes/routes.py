"""The endpoints of notes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import Page, PageLinks

from helpdesk.notes.policy import POLICY
from helpdesk.notes.schemas import NoteCreate, NoteQuery, NoteRead
from helpdesk.notes.service import Notes

router = APIRouter(prefix="/notes", tags=["notes"])


@router.get("", dependencies=[allow(POLICY.list)])
async def list_notes(
    query: Annotated[NoteQuery, Query()], notes: Notes, links: PageLinks
) -> Page[NoteRead]:
    """List notes."""
    return links.add(await notes.page(query))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_note(body: NoteCreate, notes: Notes) -> NoteRead:
    """Add a note."""
    return await notes.create(body)


@router.get("/{note_id}", dependencies=[allow(POLICY.read)])
async def read_note(note_id: UUID, notes: Notes) -> NoteRead:
    """Read one note."""
    return await notes.read(note_id)
