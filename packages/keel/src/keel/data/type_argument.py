"""What a class was told in the square brackets after its parent's name."""

from typing import Any, Generic, TypeVar, get_args, get_origin


def last_type_argument(cls: type, parent: type) -> Any:
    """`R` of `class cls(parent[..., R])`; nothing when no class stands there."""
    for base in cls.__dict__.get("__orig_bases__", ()):
        origin = get_origin(base)
        if isinstance(origin, type) and origin is not Generic and issubclass(origin, parent):
            argument = get_args(base)[-1]
            return None if isinstance(argument, TypeVar) else argument
    return None
