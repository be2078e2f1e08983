"""Where the parts of a page stand that was read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.keep import keep_record
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.parts import add_parts
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.page.shape import BLUEPRINT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apiwright.blueprint.page.places import Path


def locate(text: str, parts: Mapping[str, str], path: Path, name: str = "blueprint.yaml") -> str:
    """The file, the line and the column of a key of a page that has no mistakes."""
    report = Report(Places())
    add_parts(keep_record(BLUEPRINT, read_document(text, report), (), report), parts, report)
    place = report.places.find(path, at_key=True)
    return f"{place.part or name}:{place.line}:{place.column}"
