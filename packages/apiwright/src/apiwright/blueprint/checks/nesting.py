"""Lists below another row, and trees: what they hang on can carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import BROKEN
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.routes import WALKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

Mistake = tuple[str, str]


def check_nesting(blueprint: Blueprint, report: Report) -> None:
    """Check `under` and `tree` of every resource."""
    trees = {resource.name for resource in blueprint.resources if resource.tree}
    for resource in blueprint.resources:
        path = ("resources", resource.name)
        if field := _reference("under", resource, (*path, "under"), report):
            for what, advice in _wrong_under(field, resource, trees):
                report.add((*path, "under"), what, advice)
        if field := _reference("tree", resource, (*path, "tree"), report):
            for what, advice in _wrong_tree(field, resource):
                report.add((*path, "tree"), what, advice)


def _reference(key: str, resource: Resource, path: Path, report: Report) -> Field | None:
    """The field that a key names, if it is a reference as far as is known."""
    name: str = getattr(resource, key)
    known = {field.name: field for field in resource.fields}
    if not name or (name in known and known[name].type == BROKEN):
        return None
    if name not in known:
        references = [field.name for field in resource.fields if field.target]
        report.add(path, f"`{name}` is no field.", correction(name, references))
    elif not known[name].target:
        report.add(path, f"`{name}` is no reference.", "Name one, or take it out.")
    elif resource.is_account:
        report.add(path, f"Accounts stand at `/users`, not {key} anything.", "Take it out.")
    else:
        return known[name]
    return None


def _wrong_under(field: Field, resource: Resource, trees: set[str]) -> Iterator[Mistake]:
    if field.optional or field.read_only or field.write_only:
        what = f"Each row stands below a row that callers name, and `{field.name}` can be without."
        yield what, f"Write `{field.name}: {field.target}`, without `?` or flags."
    elif field.unique:
        what = f"`{field.name}` is unique: a `{field.target}` has at most one below it, no list."
        yield what, "Take `unique` or `under` out."
    elif field.target == resource.name:
        yield "Rows that stand below their own kind are a tree.", f"Write `tree: {field.name}`."
    elif not (resource.access.list or resource.access.create):
        what = f"Nobody may list or create `{resource.name}`, so nothing stands below."
        yield what, "Take it out, or say who may."
    elif field.target in trees and resource.nouns in WALKS:
        what = f"Trees have a path `/{resource.nouns}` of their own, and `{field.target}` is one."
        yield what, "Give the resource another plural: `plural: …`."
    if field.name in [each.field for each in resource.listing.filters]:
        yield f"Lists have one `{field.name}`, that of their path.", "Take its filter out."


def _wrong_tree(field: Field, resource: Resource) -> Iterator[Mistake]:
    if field.target != resource.name:
        what = f"A tree is of one kind, and `{field.name}` refers to `{field.target}`."
        yield what, f"Name a field that is `{resource.name}?`."
    elif field.write_only:
        yield f"`{field.name}` is write-only; a tree would tell it.", "Take the flag out."
    elif field.unique:
        what = f"`{field.name}` is unique: a row has at most one below it, which is no tree."
        yield what, "Take `unique` or `tree` out."
    if not resource.access.read:
        what = f"Nobody may read `{resource.name}`, so nobody could walk the tree."
        yield what, "Take it out, or say who may: `read: …`."
