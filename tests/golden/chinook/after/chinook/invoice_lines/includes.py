"""Invoice lines with what stands around them."""

from typing import Annotated

from fastapi import Depends
from keel.data import Including, One
from pydantic import MISSING

from chinook.invoice_lines.schemas import InvoiceLineRead
from chinook.invoice_lines.service import InvoiceLines
from chinook.tracks.schemas import TrackRead
from chinook.tracks.service import Tracks


class InvoiceLineWithIncludes(InvoiceLineRead):
    """An invoice line, with what `include` asks for."""

    track: TrackRead | MISSING | None = MISSING


async def get_invoice_lines_with_includes(
    invoice_lines: InvoiceLines,
    tracks: Tracks,
) -> Including[InvoiceLineWithIncludes]:
    """Invoice lines for this request and its caller, with what it asks for."""
    return Including(
        invoice_lines,
        InvoiceLineWithIncludes,
        track=One(tracks, "track_id"),
    )


InvoiceLinesWithIncludes = Annotated[
    Including[InvoiceLineWithIncludes], Depends(get_invoice_lines_with_includes)
]
