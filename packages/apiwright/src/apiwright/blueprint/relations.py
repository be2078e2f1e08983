"""How resources hang together, seen from one of them: what its answers can include."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from apiwright.blueprint.fields.built_in import is_audit, shown_fields, stored_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Link, Resource

Kind = Literal["one", "many", "only", "links", "back"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows that stand around those of a resource.

    Attributes:
        name: As `include` says it: `author`, `tags`, `reviews`, `reviews by book`.
        kind: `one` that is referred to; `many` or the `only` one that refer here; the rows at the
            other end of `links`, or of links that lead `back` here.
        resource: The name of theirs.
        column: The reference's column, for `one` in this table and for `many` and `only` in theirs.
        link: What leads there or back.
    """

    name: str
    kind: Kind
    resource: str
    column: str = ""
    link: Link | None = None

    @property
    def member(self) -> str:
        """What answers call it: `reviews_by_book`."""
        return self.name.replace(" ", "_")

    @property
    def is_list(self) -> bool:
        """Whether there are any number of rows."""
        return self.kind in {"many", "links", "back"}


def leads(resource: Resource) -> tuple[Field | Link, ...]:
    """The fields that lead to rows: references, and lists of rows."""
    references: list[Field | Link] = [field for field in resource.fields if field.target]
    return (*references, *resource.links)


def relations(blueprint: Blueprint, resource: Resource) -> dict[str, Relation]:
    """Every relation of a resource by its name: its own first, then those that lead here."""
    own = {each.name: each for each in _own(blueprint, resource)}
    taken = own.keys() | shown_fields(resource, blueprint.roles).keys()
    return own | {each.name: each for each in _reverse(blueprint, resource, taken)}


def included(blueprint: Blueprint, resource: Resource) -> tuple[Relation, ...]:
    """The relations that answers of a resource can include, as written, of those there are."""
    known = relations(blueprint, resource)
    return tuple(known[name] for name in resource.include if name in known)


def _own(blueprint: Blueprint, resource: Resource) -> Iterator[Relation]:
    for field in stored_fields(resource, blueprint.roles).values():
        if field.target:
            yield Relation(field.name, "one", field.target, field.column)
    for link in resource.links:
        yield Relation(link.name, "links", link.target, link=link)


def _reverse(blueprint: Blueprint, resource: Resource, taken: set[str]) -> Iterator[Relation]:
    """What refers or links here, by its plural, or its singular if there is one at most.

    Where this name is taken, or two fields have it, the field's name stands behind; always where
    that only says who made a row, or changed it last.
    """
    found: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    for other in blueprint.resources:
        for field in stored_fields(other, blueprint.roles).values():
            if field.target == resource.name:
                relation = _referring(other, field)
                if is_audit(other, field.name):
                    yield replace(relation, name=f"{relation.name} by {field.name}")
                else:
                    found[relation.name].append((field.name, relation))
        for link in other.links:
            if link.target == resource.name:
                back = Relation(other.nouns, "back", other.name, link=link)
                found[other.nouns].append((link.name, back))
    for name, each in found.items():
        for field_name, relation in each:
            is_clear = len(each) == 1 and name not in taken
            said = name if is_clear else f"{name} by {field_name}"
            yield replace(relation, name=said)


def _referring(resource: Resource, field: Field) -> Relation:
    if field.unique:
        return Relation(resource.noun, "only", resource.name, field.column)
    return Relation(resource.nouns, "many", resource.name, field.column)
