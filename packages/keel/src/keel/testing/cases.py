"""Cases: one test for each thing that a resource has, and none where it has none."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Test = TypeVar("Test", bound=Callable[..., None])
Cases = Callable[[Any], Iterable[Any]]
"""What a test runs for, from the `resource` of its class."""


def each(cases: Cases) -> Callable[[Test], Test]:
    """Run a test once for each of `cases`, which it takes as `case`."""

    def mark(test: Test) -> Test:
        test.__dict__["cases"] = cases
        return test

    return mark


def where(holds: Callable[[Any], object]) -> Callable[[Test], Test]:
    """Run a test only where something `holds` of the `resource` of its class."""
    return each(lambda resource: [True] if holds(resource) else [])


def cases_of(test: Callable[..., None], owner: type) -> list[Any]:
    """What a test marked by `each` runs for in a class."""
    cases: Cases | None = getattr(test, "cases", None)
    resource: object = getattr(owner, "resource", None)
    return list(cases(resource)) if cases and resource else []


def hide_tests_without_cases(owner: type) -> None:
    """Keep pytest from collecting what does not apply to a class."""
    for name, test in inspect.getmembers(owner, inspect.isfunction):
        if hasattr(test, "cases") and not cases_of(test, owner):
            setattr(owner, name, None)
