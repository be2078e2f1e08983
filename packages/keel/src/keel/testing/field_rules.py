"""The rules of fields, which no route tells: they stand in the policy of a repository."""

from collections.abc import Iterator, Mapping
from typing import Any

from keel.access import FieldRules
from keel.data import Model, Repository


def field_rules_of(model: type[Model]) -> Mapping[str, FieldRules]:
    """The rules of a model's fields; none without a repository."""
    every = (each for each in _repositories(Repository) if getattr(each, "model", None) is model)
    found = next(every, None)
    return found.policy.fields if found else {}


def _repositories(above: type[Repository[Any]]) -> Iterator[type[Repository[Any]]]:
    for each in above.__subclasses__():
        yield each
        yield from _repositories(each)
