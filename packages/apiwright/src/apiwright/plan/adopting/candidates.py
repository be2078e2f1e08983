"""Changes of a page that may say what stands; which of them do is found by trying."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from apiwright.blueprint.page.splice import Change
from apiwright.plan.adopting.fields import field_candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Resource
    from apiwright.blueprint.page.places import Path
    from apiwright.plan.adopting.pages import Pages
    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.standing import StandingColumn

    Candidate = tuple[Change, ...]

_OPERATIONS = ("list", "read", "create", "update", "delete", "restore", "purge")
_READ, _WRITE = ("list", "history"), ("create", "update", "delete")
_COVERED = {"read": _READ, "write": _WRITE}
_WHOLE = ("export", "bulk", "tree", "soft_delete", "history")
_LISTED = ("export", "bulk")


def candidates(
    pages: Pages, blueprint: Blueprint, drift: Drift, columns: tuple[StandingColumn, ...]
) -> Iterator[Candidate]:
    """The changes that come into question for one disagreement, likely ones first.

    Args:
        pages: What is said now.
        blueprint: The same, read.
        drift: Where what stands is to be right.
        columns: The columns of its table as they stand, if it is about one.
    """
    resources = [each for each in blueprint.resources if pages.said(_path(each)) is not None]
    match drift.kind:
        case "route" | "access":
            near = [each for each in resources if _is_at(each, drift.name)]
            found = (_of_resource(pages, each, drift) for each in near or resources)
            yield from chain(_of_endpoints(pages, drift), *found)
        case "table":
            yield from ((Change(_path(it), None),) for it in resources if it.nouns == drift.name)
        case "column" | "database":
            table, _, name = drift.name.partition(".")
            for each in resources:
                if table in (each.nouns, "users" if each.is_account else ""):
                    yield from field_candidates(pages, blueprint, each, name, columns)
        case "migration":
            return


def _is_at(resource: Resource, route: str) -> bool:
    """Whether the path of a route names a resource."""
    parts = route.replace("-", "_").split("/")
    return bool({resource.nouns, resource.noun} & {*parts})


def _of_resource(pages: Pages, resource: Resource, drift: Drift) -> Iterator[Candidate]:
    path, rule = _path(resource), drift.found or "nobody"
    for word in (*_OPERATIONS, *(["history"] if resource.has_history else []), "write"):
        change = Change((*path, "access", word), rule)
        yield (change,)
        if pins := tuple(_pins(pages, resource, word)):
            yield (*pins, change)
    for name in _names(pages, (*path, "actions")):
        at = (*path, "actions", name)
        yield (Change((*at, "by"), drift.found) if drift.found else Change(at, None),)
    if not drift.found:
        yield from ((Change((*path, key), None),) for key in _WHOLE)
        for key in _LISTED:
            said = pages.said((*path, key))
            if isinstance(said, list):
                count = len(cast("list[object]", said))
                yield from ((Change((*path, key, index), None),) for index in range(count))


def _pins(pages: Pages, resource: Resource, word: str) -> Iterator[Change]:
    """What a wider word says of other operations, said of each by itself."""
    for operation in _COVERED.get(word, ()):
        at = (*_path(resource), "access", operation)
        rules = resource.history if operation == "history" else getattr(resource.access, operation)
        if pages.said(at) is None and (operation != "history" or resource.has_history):
            yield Change(at, str(rules or "nobody"))


def _of_endpoints(pages: Pages, drift: Drift) -> Iterator[Candidate]:
    for key in _names(pages, ("endpoints",)):
        at = ("endpoints", key)
        yield (Change((*at, "access"), drift.found) if drift.found else Change(at, None),)


def _names(pages: Pages, path: Path) -> tuple[str, ...]:
    said = pages.said(path)
    return tuple(cast("dict[str, object]", said)) if isinstance(said, dict) else ()


def _path(resource: Resource) -> Path:
    return ("resources", resource.name)
