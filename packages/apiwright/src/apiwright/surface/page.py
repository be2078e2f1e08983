"""The text of a blueprint, from wherever it stands."""

from dataclasses import dataclass
from pathlib import Path

from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.page.document import MAX_BYTES
from apiwright.blueprint.page.parts import part_names
from apiwright.blueprint.read import read_blueprint
from apiwright.refusal import Reason, Refusal


@dataclass(frozen=True, slots=True)
class Page:
    """A page and those of its parts that can be read, by the names that it has for them."""

    text: bytes
    parts: dict[str, bytes]

    def blueprint(self, name: str) -> Blueprint:
        """What it describes.

        Args:
            name: What the page is called in messages.

        Raises:
            BlueprintMistakes: It is no blueprint.
        """
        return read_blueprint(self.text, name, self.parts)


def read_page(path: Path) -> Page:
    """Reads a blueprint's file and its parts, and of those too large only enough to tell.

    Raises:
        Refusal: The page cannot be read.
    """
    try:
        text = _read(path)
    except OSError as error:
        why = str(error.strerror)
        reason = Reason("The blueprint cannot be read.", str(path), why, "apiwright new NAME")
        raise Refusal(reason) from error
    parts: dict[str, bytes] = {}
    for name in part_names(text):
        part = path.parent / name
        if part.is_file() and part.resolve().is_relative_to(path.parent.resolve()):
            parts[name] = _read(part)
    return Page(text, parts)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
