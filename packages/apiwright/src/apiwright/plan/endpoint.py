"""One operation of the API as a value."""

from __future__ import annotations

from dataclasses import dataclass

ANYONE = "anyone"
WITH_INCLUDES = "WithIncludes"
"""What answers that may hold other rows are called, behind the name of their resource."""
FILE = "file"
"""What comes back where that is no JSON."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation of the API; `str()` gives its method and path.

    Attributes:
        path: With parameters in braces: `/books/{book_id}`.
        name: The route's function, which is also the operation's id: `list_books`.
        access: The rule, in the blueprint's words: `owner | admin`.
        body: The schema of the body: `BookCreate`.
        returns: The schema of the answer: `Page[BookRead]`; `None` where nothing comes back.
        status: Of the answer when all goes well.
        logic: The method that its owner writes: `BookService.restock`; empty for what is built.
        is_action: Whether it is an action of a resource, tested with the resource.
        terms: What its cache, its limit and its end are: `cache 60s`, `deprecated 2026-12-31`.
        below: The package that has it, where the path may start with that of another.
    """

    method: str
    path: str
    name: str
    summary: str
    access: str
    body: str | None = None
    returns: str | None = None
    status: int = 200
    logic: str = ""
    terms: tuple[str, ...] = ()
    is_action: bool = False
    below: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def domain(self) -> str:
        """The package that has it: `order_lines`."""
        return self.below or self.path.split("/")[1].replace("-", "_")

    @property
    def is_public(self) -> bool:
        """Whether no sign-in is needed."""
        return self.access == ANYONE

    @property
    def answer(self) -> str:
        """What comes back when all goes well: `201 BookRead`, `204 nothing`."""
        return f"{self.status} {self.returns or 'nothing'}"
