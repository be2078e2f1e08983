"""A row with more to tell than its columns."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID


def extended(row: object, extras: Mapping[str, Any] | None) -> object:
    """What has the attributes of `row`, and `extras` before them."""
    return _Extended(row, extras) if extras else row


def merged(
    *parts: Mapping[UUID, Mapping[str, Any]],
) -> Mapping[UUID, Mapping[str, Any]]:
    """All extras of each row, by its id."""
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for part in parts:
        for row_id, members in part.items():
            found[row_id].update(members)
    return found


class _Extended:
    __slots__ = ("_extras", "_row")

    def __init__(self, row: object, extras: Mapping[str, Any]) -> None:
        self._row = row
        self._extras = extras

    def __getattr__(self, name: str) -> Any:
        return self._extras[name] if name in self._extras else getattr(self._row, name)
