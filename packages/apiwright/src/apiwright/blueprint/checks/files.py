"""Files: what they may be, who can send and get them, and where they are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apiwright.blueprint.files import file_functions, file_segment
from apiwright.blueprint.routes import WALKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

Mistake = tuple[str, str]
_KINDS = "application|audio|font|image|model|text|video"
_MEDIA_TYPE = re.compile(rf"({_KINDS})/[a-z0-9][a-z0-9.+-]{{0,99}}")
_FORMS = {"application/x-www-form-urlencoded"}


def check_files(blueprint: Blueprint, report: Report) -> None:
    """Check every field that is a file."""
    taken = dict(_functions(blueprint))
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.is_file:
                path = ("resources", resource.name, "fields", field.name)
                _check_types(field, path, report)
                for what, advice in _mistakes(field, resource, blueprint, taken, report):
                    report.add(path, what, advice, at_key=True)
                said = f"the file `{field.name}` of `{resource.name}`"
                taken |= dict.fromkeys(file_functions(resource, field), said)


def _check_types(field: Field, path: Path, report: Report) -> None:
    if not (field.media_types or report.is_wrong(*path)):
        what = "It does not say what it may be."
        report.add(path, what, "Write its media types: `file? ..5MB, image/png | image/jpeg`.")
    for index, word in enumerate(field.media_types):
        at = (*path, "media_types", index)
        if word.endswith("/*"):
            what = f"`{word}` would let anything in, scripts among it."
            report.add(at, what, "Name each: `image/png | image/jpeg`.")
        elif not _MEDIA_TYPE.fullmatch(word) or word in _FORMS:
            what = f"`{word[:80]}` is no media type of files."
            report.add(at, what, "Write one like `image/png` or `application/pdf`.")
        elif word in field.media_types[:index]:
            report.add(at, f"`{word}` stands here twice.", "Take one out.")


def _mistakes(
    field: Field, resource: Resource, blueprint: Blueprint, taken: dict[str, str], report: Report
) -> Iterator[Mistake]:
    name, can = resource.name, resource.access
    if resource.is_account:
        what = "An account has no files: its own endpoints do not know them."
        advice = f"Write a resource that is owned: `{{{field.name}: file? …}}`."
        yield what, advice
        return
    if blueprint.api:
        what = "`api` puts a version before every path, and the address of a file knows none."
        yield what, "Take the file or `api` out."
    if resource.singleton:
        what = "A file has its address below an id, and a singleton has none."
        yield what, "Write a resource that is owned."
    if field.is_guarded or field.sensitive:
        what = "Who may read a row gets its files, and who may update it sends them."
        yield what, "Take the rule out, or write a resource for the file."
    if not field.optional and not report.is_wrong("resources", name, "fields", field.name):
        what = "A row is made first and its file comes after, so it can be without."
        yield what, "Write `file?`."
    for rule, verb in ((can.update, "update"), (can.read, "read")):
        if rule is None and not report.is_wrong("resources", name, "access"):
            done = "send" if verb == "update" else "get"
            what = f"Nobody may {verb} `{name}`, so nobody could {done} the file."
            yield what, f"Say who may: `{name}: {{access: {{{verb}: …}}}}`."
    twins = [each for each in file_functions(resource, field) if each in taken]
    if twins:
        what = f"Its route has the name of {taken[twins[0]]}, `{twins[0]}`."
        yield what, "Write another name."
    yield from _twins(field, resource, blueprint)


def _twins(field: Field, resource: Resource, blueprint: Blueprint) -> Iterator[Mistake]:
    """What else is at the path of the file, or has the name of what says its kind."""
    segment, advice = file_segment(field), "Write another name."
    if resource.tree and segment in WALKS:
        yield f"Trees have a path `/{segment}` of their own.", advice
    for other in blueprint.resources:
        above = other.field(other.under).target if _has_under(other) else None
        if above == resource.name and other.path == f"/{segment}":
            yield f"`/{segment}` is the list of `{other.name}` below a row.", advice
    for endpoint in blueprint.endpoints:
        if endpoint.domain == resource.nouns and endpoint.name == f"{field.name}_file":
            yield f"`{endpoint.key}` has its name, `{endpoint.name}`.", advice


def _has_under(resource: Resource) -> bool:
    return resource.under in {field.name for field in resource.fields}


def _functions(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """The names of routes of actions, and whose they are."""
    for resource in blueprint.resources:
        for action in resource.actions:
            yield action.function(resource), f"the action `{action.name}` of `{resource.name}`"
