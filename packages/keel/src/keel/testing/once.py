"""What is worked out once for each argument."""

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def once(work: Callable[P, R]) -> Callable[P, R]:
    """`functools.cache` for functions of models, which pyright takes for unhashable."""
    remembered: Any = cache(work)
    return cast("Callable[P, R]", remembered)
