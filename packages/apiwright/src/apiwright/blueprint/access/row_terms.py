"""Terms of rules that hold on some rows: `owner of project`, `member of issue.project as lead`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

_TERM = re.compile(
    r"(?P<word>owner|member)"
    r"(?: of (?P<path>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*))?"
    r"(?: as (?P<role>[a-z][a-z0-9_]*))?"
)


@dataclass(frozen=True, slots=True)
class RowTerm:
    """One term; `str()` gives it as it is written.

    Attributes:
        path: The references from a row to the one that decides, as far as they are said.
        role: The weakest role of a member that is enough; empty where any is.
    """

    word: Literal["owner", "member"]
    path: str = ""
    role: str = ""

    def __str__(self) -> str:
        of = f" of {self.path}" if self.path else ""
        return f"{self.word}{of}{f' as {self.role}' if self.role else ''}"

    @property
    def stem(self) -> RowTerm:
        """The same without the role."""
        return replace(self, role="")


def read_term(text: str) -> RowTerm | None:
    """The term that a text is; `None` if it is another."""
    found = _TERM.fullmatch(text)
    if found is None or (found["word"] == "owner" and found["role"]):
        return None
    word: Literal["owner", "member"] = "owner" if found["word"] == "owner" else "member"
    return RowTerm(word, found["path"] or "", found["role"] or "")


def is_of_members(text: str) -> bool:
    """Whether a term is about members."""
    term = read_term(text)
    return term is not None and term.word == "member"
