"""The fields that not everybody who reaches a row may read or write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource


@dataclass(frozen=True, slots=True)
class FieldAccess:
    """Who may read and who may write one field.

    Attributes:
        name: With its resource: `Employee.salary`.
        read: The rule, in the blueprint's words; empty for everybody who reads the row.
        write: Likewise, for everybody who writes the row.
        sensitive: Whether nothing but answers may tell it.
    """

    name: str
    read: str = ""
    write: str = ""
    sensitive: bool = False

    def __str__(self) -> str:
        said = (
            f"read {self.read}" if self.read else "",
            f"write {self.write}" if self.write else "",
            "sensitive" if self.sensitive else "",
        )
        return ", ".join(filter(None, said))


def field_access(blueprint: Blueprint) -> tuple[FieldAccess, ...]:
    """Every such field, as written."""
    return tuple(_every(blueprint))


def _every(blueprint: Blueprint) -> Iterator[FieldAccess]:
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.is_guarded or field.sensitive:
                yield _one(resource, field)


def _one(resource: Resource, field: Field) -> FieldAccess:
    return FieldAccess(
        name=f"{resource.name}.{field.column}",
        read=str(field.read or ""),
        write=str(field.write or ""),
        sensitive=field.sensitive,
    )
