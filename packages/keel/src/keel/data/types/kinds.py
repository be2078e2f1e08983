"""What a field takes, told from its annotation."""

from collections.abc import Collection
from typing import Any, get_args


def kinds_in(annotation: Any, wanted: Collection[type]) -> frozenset[type]:
    """Which of some types stand in an annotation, at any depth."""
    found = frozenset(kind for kind in wanted if annotation is kind)
    return found.union(*(kinds_in(inner, wanted) for inner in get_args(annotation)))
