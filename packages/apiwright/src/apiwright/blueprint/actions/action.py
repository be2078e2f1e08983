"""Actions as values: what can be done with a row, beside the operations that every one has."""

from __future__ import annotations

from dataclasses import dataclass
from keyword import iskeyword
from typing import TYPE_CHECKING

from apiwright.blueprint.names import pascal

if TYPE_CHECKING:
    from collections.abc import Collection

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Field, Origin, Resource


@dataclass(frozen=True, slots=True)
class Move:
    """A field of states that goes from one of `sources` to `target`."""

    field: str
    sources: tuple[str, ...]
    target: str

    def __str__(self) -> str:
        return f"{' | '.join(self.sources)} -> {self.target}"


@dataclass(frozen=True, slots=True)
class Setting:
    """A field that an action sets.

    Attributes:
        value: As Python holds it, where `origin` is `None`.
        origin: Where the value comes from, if it is not the same each time.
    """

    field: str
    value: object = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done with a row, or with the collection as a whole.

    Attributes:
        name: As written, in snake case: `send_back`.
        by: Who may; `None` where that was not understood.
        needs: Fields of the row that must have a value.
        body: What the caller sends.
        returns: The resource that is answered; `None` for nothing.
        is_list: Whether several of it are answered.
    """

    name: str
    by: Rule | None
    about: str = ""
    on_collection: bool = False
    moves: tuple[Move, ...] = ()
    needs: tuple[str, ...] = ()
    sets: tuple[Setting, ...] = ()
    body: tuple[Field, ...] = ()
    returns: str | None = None
    is_list: bool = False

    def body_class(self, resource: Resource) -> str:
        """What the schema of its body is called: `BookSendBack`."""
        return resource.name + pascal(self.name)

    def function(self, resource: Resource) -> str:
        """The function of its route, which is also the operation's id: `publish_book`."""
        return f"{self.name}_{resource.nouns if self.on_collection else resource.noun}"

    @property
    def method(self) -> str:
        """The method of the service: `publish`."""
        return f"{self.name}_" if iskeyword(self.name) else self.name

    def is_told(self, resource: Resource) -> bool:
        """Whether the page says all that it does, so that nothing is left to be written."""
        columns = {field.name for field in resource.fields}
        is_own = self.returns == resource.name and not self.is_list and not self.on_collection
        changes = self.moves or self.sets or self.body
        return is_own and bool(changes) and not self.strange(columns)

    def strange(self, columns: Collection[str]) -> tuple[Field, ...]:
        """What callers send that no column of the row can take."""
        return tuple(field for field in self.body if field.name not in columns)

    @property
    def path(self) -> str:
        """The last part of its path: `send-back`."""
        return self.name.replace("_", "-")
