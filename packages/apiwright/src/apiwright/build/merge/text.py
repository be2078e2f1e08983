"""Texts as lines that keep how they end, so that what nobody changed stays byte for byte."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"([^\n]*?)(\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text.

    Attributes:
        end: How it ends, which makes no difference; `None` for as the text's other lines do.
    """

    text: str
    end: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A file of UTF-8.

    Attributes:
        has_bom: Whether it starts with a byte order mark.
    """

    lines: tuple[Line, ...]
    has_bom: bool = False

    def with_lines(self, lines: Iterable[Line]) -> bytes:
        """The file with other lines: those that came from elsewhere end as most of its own do."""
        kept = tuple(lines)
        ends = [line.end for line in self.lines if line.end]
        usual = max(dict.fromkeys(ends), key=ends.count, default="\n")
        whole = [line.text + (line.end or usual) for line in kept[:-1]]
        whole += [line.text + (usual if line.end is None else line.end) for line in kept[-1:]]
        return _BOM * self.has_bom + "".join(whole).encode()

    @property
    def foreign(self) -> tuple[Line, ...]:
        """Its lines, to be put into another text."""
        return tuple(Line(line.text) for line in self.lines)


def read_text(content: bytes) -> Text | None:
    """A file as text; `None` if it is none."""
    try:
        text = content.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return None
    found = (Line(text, end) for text, end in _LINE.findall(text))
    lines = tuple(line for line in found if line.text or line.end)
    return None if "\0" in text else Text(lines, content.startswith(_BOM))
