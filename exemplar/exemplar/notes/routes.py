"""The endpoints of notes."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from keel.auth import allow
from keel.data import (
    CursorPage,
    ExportResponse,
    FileAnswer,
    FileFolder,
    FileUpload,
    PageLinks,
    exported,
    put_stored_file,
    remove_stored_file,
)
from keel.data.bulk import Bulk, BulkDeletions, BulkOutcomes, create_each, delete_each, update_each
from keel.problems import Conflict, answers

from exemplar.notes.includes import NotesWithIncludes, NoteWithIncludes
from exemplar.notes.policy import POLICY
from exemplar.notes.schemas import (
    DRAWING_FILE,
    NoteBulkUpdate,
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


# grow: bulk_create
@router.post("/bulk", dependencies=[allow(POLICY.create)])
async def bulk_create_notes(body: Bulk[NoteCreate], notes: Notes) -> BulkOutcomes[NoteRead]:
    """Add several notes, each on its own."""
    return await create_each(notes, body)


# grow: bulk_update
@router.patch("/bulk", dependencies=[allow(POLICY.update)])
async def bulk_update_notes(body: Bulk[NoteBulkUpdate], notes: Notes) -> BulkOutcomes[NoteRead]:
    """Change several notes, each on its own."""
    return await update_each(notes, body)


# grow: bulk_delete
@router.post("/bulk-delete", dependencies=[allow(POLICY.delete)])
async def bulk_delete_notes(body: Bulk[UUID], notes: Notes) -> BulkDeletions:
    """Delete several notes, each on its own."""
    return await delete_each(notes, body)


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


# grow: upload
@router.put("/{note_id}/drawing", dependencies=[allow(POLICY.update)])
async def upload_note_drawing(
    note_id: UUID, upload: Annotated[FileUpload, Depends(DRAWING_FILE)], notes: Notes
) -> NoteRead:
    """Store the drawing of a note, in the place of the one it had."""
    return await put_stored_file(notes, note_id, "drawing", upload)


# grow: download
@router.get(
    "/{note_id}/drawing",
    dependencies=[allow(POLICY.read)],
    response_class=FileAnswer,
    responses=DRAWING_FILE.answers,
)
async def download_note_drawing(note_id: UUID, notes: Notes, folder: FileFolder) -> FileAnswer:
    """Get the drawing of a note."""
    return await FileAnswer.of(notes, note_id, "drawing", folder)


# grow: remove
@router.delete("/{note_id}/drawing", status_code=204, dependencies=[allow(POLICY.update)])
async def remove_note_drawing(note_id: UUID, notes: Notes) -> None:
    """Take the drawing of a note away."""
    await remove_stored_file(notes, note_id, "drawing")
