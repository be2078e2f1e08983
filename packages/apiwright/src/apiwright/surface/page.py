"""The text of a blueprint, from wherever it stands."""

from pathlib import Path

from apiwright.blueprint.document import MAX_BYTES
from apiwright.refusal import Reason, Refusal


def read_page(path: Path) -> bytes:
    """Reads a blueprint's file, and of one that is too large only enough to tell.

    Raises:
        Refusal: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        why = str(error.strerror)
        reason = Reason("The blueprint cannot be read.", str(path), why, "apiwright new NAME")
        raise Refusal(reason) from error
