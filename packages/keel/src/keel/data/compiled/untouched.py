"""Which classes are as keel made them, so that what they do is known beforehand."""

from functools import cache
from typing import Any

from pydantic import BaseModel

_SERVICE = ("answer", "answers", "_answers_as", "extras", "_kept_to")
_REPOSITORY = (
    *("__init__", "chosen", "column", "compute", "computed", "condition", "ids", "order"),
    *("page", "paged", "reachable", "slice", "get"),
)

_ADDS = ("create", "answer", "answers", "_answers_as", "extras")
_ADDED = ("add", "_insert", "compute")


@cache
def is_untouched(service: type[Any], repository: type[Any]) -> bool:
    """Whether no owner changed what reading goes through."""
    return _are_of("Service", service, _SERVICE) and _are_of("Repository", repository, _REPOSITORY)


@cache
def adds_untouched(service: type[Any], repository: type[Any]) -> bool:
    """Whether no owner changed what making a row goes through."""
    return _are_of("Service", service, _ADDS) and _are_of("Repository", repository, _ADDED)


@cache
def is_plain(output: type[BaseModel]) -> bool:
    """Whether a schema takes values by their names, from whatever has them."""
    decorators = output.__pydantic_decorators__
    names_differ = any(
        field.alias or field.validation_alias for field in output.model_fields.values()
    )
    return not (decorators.model_validators or decorators.root_validators or names_differ)


def _are_of(home: str, cls: type[Any], names: tuple[str, ...]) -> bool:
    module = f"keel.data.{home.lower()}"
    return all(_home(getattr(cls, name)) == (module, f"{home}.{name}") for name in names)


def _home(member: Any) -> tuple[str, str]:
    function = getattr(member, "func", member)  # of a cached property
    return function.__module__, function.__qualname__
