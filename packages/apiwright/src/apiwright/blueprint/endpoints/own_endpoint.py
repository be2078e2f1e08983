"""An endpoint that no resource has by itself: its owner writes what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.terms import NO_TERMS, Terms

if TYPE_CHECKING:
    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Blueprint, Field


@dataclass(frozen=True, slots=True)
class Returns:
    """What comes back when all goes well: rows of a resource, or members of its own.

    Attributes:
        resource: The resource's name; empty where the answer has members of its own.
        fields: These members.
        is_list: Whether it is a list of them.
    """

    resource: str = ""
    fields: tuple[Field, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class OwnEndpoint:
    """A method and a path, who may call it, and what goes in and out.

    Attributes:
        key: As the page has it: `POST /books/{book}/restock`.
        path: As the app has it: `/books/{book_id}/restock`.
        domain: The package that it stands in: `books`.
        name: Of the route, the same nowhere else: `restock_book`.
        logic: The method of the domain's service that its owner writes: `restock`.
        parameters: What the braces of the path hold, in their order; a reference is a row.
        returns: `None` where nothing comes back.
        status: Of the answer when all goes well.
        errors: Further statuses that it may fail with.
    """

    key: str
    method: str
    path: str
    domain: str
    name: str
    logic: str
    access: Rule | None
    about: str = ""
    parameters: tuple[Field, ...] = ()
    query: tuple[Field, ...] = ()
    body: tuple[Field, ...] = ()
    returns: Returns | None = None
    status: int = 204
    errors: tuple[int, ...] = ()
    terms: Terms = NO_TERMS

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def rows(self) -> tuple[Field, ...]:
        """The parameters that are rows."""
        return tuple(field for field in self.parameters if field.target)

    @property
    def shape(self) -> str:
        """Method and path with its parameters unnamed; no two endpoints share it."""
        segments = ("{}" if part.startswith("{") else part for part in self.path.split("/"))
        return f"{self.method} {'/'.join(segments)}"


def owned_row(endpoint: OwnEndpoint, blueprint: Blueprint) -> Field | None:
    """The row that `owner` in its rule is about: the first of its path that belongs to anybody."""
    owned = {each.name for each in blueprint.resources if each.owned}
    return next((row for row in endpoint.rows if row.target in owned), None)
