"""The endpoints of notes."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from keel.auth import allow
from keel.data import CursorPage, ExportResponse, PageLinks, exported
from keel.problems import Conflict, answers

from exemplar.notes.includes import NotesWithIncludes, NoteWithIncludes
from exemplar.notes.policy import POLICY
from exemplar.notes.schemas import (
    NoteCreate,
    NoteInclude,
    NoteQuery,
    NoteRead,
    NoteSelection,
    NoteUpdate,
)
from exemplar.notes.service import Notes, NotesToExport

router = APIRouter(prefix="/notes", tags=["notes"])


# grow: list
@router.get("", dependencies=[allow(POLICY.list)])
async def list_notes(
    query: Annotated[NoteQuery, Query()], notes: NotesWithIncludes, links: PageLinks
) -> CursorPage[NoteWithIncludes]:
    """List notes."""
    return links.add(await notes.cursor_page(query, query.include))


@router.post("", status_code=201, dependencies=[allow(POLICY.create)])
async def create_note(body: NoteCreate, notes: Notes) -> NoteRead:
    """Add a note."""
    return await notes.create(body)


# grow: export
@router.get(
    "/export.{file_format}",
    dependencies=[allow(POLICY.list)],
    response_class=ExportResponse,
    responses=exported("csv", "jsonl"),
)
async def export_notes(
    file_format: Literal["csv", "jsonl"],
    query: Annotated[NoteSelection, Query()],
    notes: NotesToExport,
) -> ExportResponse:
    """Export notes: a file of all that the list has."""
    return ExportResponse.of(notes, query, file_format)


# grow: read
@router.get("/{note_id}", dependencies=[allow(POLICY.read)])
async def read_note(
    note_id: UUID, notes: NotesWithIncludes, include: Annotated[Sequence[NoteInclude], Query()] = ()
) -> NoteWithIncludes:
    """Read one note."""
    return await notes.read(note_id, include)


@router.patch("/{note_id}", dependencies=[allow(POLICY.update)])
async def update_note(note_id: UUID, body: NoteUpdate, notes: Notes) -> NoteRead:
    """Change a note; what the body leaves out stays."""
    return await notes.update(note_id, body)


@router.delete("/{note_id}", status_code=204, dependencies=[allow(POLICY.delete)])
async def delete_note(note_id: UUID, notes: Notes) -> None:
    """Delete a note."""
    await notes.delete(note_id)


@router.post(
    "/{note_id}/finish", dependencies=[allow(POLICY.action("finish"))], responses=answers(Conflict)
)
async def finish_note(note_id: UUID, notes: Notes) -> NoteRead:
    """Tick a note off."""
    return await notes.finish(note_id)
