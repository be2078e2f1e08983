"""A page → the blueprint that it describes, or every mistake in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from apiwright.blueprint import checks, names
from apiwright.blueprint.access import read_rule
from apiwright.blueprint.actions import read_actions
from apiwright.blueprint.built_in import shown_fields
from apiwright.blueprint.checks.roles import check_roles
from apiwright.blueprint.compounds import spread
from apiwright.blueprint.computed import is_computed, with_computed
from apiwright.blueprint.document import read_document
from apiwright.blueprint.endpoints import read_endpoints
from apiwright.blueprint.fields import read_field
from apiwright.blueprint.keep import keep_record
from apiwright.blueprint.links import is_link, read_link
from apiwright.blueprint.listing import read_listing
from apiwright.blueprint.mistakes import Report
from apiwright.blueprint.model import ACCOUNT, Access, Auth, Blueprint, Resource
from apiwright.blueprint.parts import add_parts
from apiwright.blueprint.places import Places
from apiwright.blueprint.rules import read_rules
from apiwright.blueprint.settle import settled
from apiwright.blueprint.shape import BLUEPRINT
from apiwright.blueprint.terms import read_terms
from apiwright.blueprint.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from apiwright.blueprint.model import Field, Link
    from apiwright.blueprint.places import Path

_ROLES = ("user", "admin")


def read_blueprint(
    source: bytes | str,
    name: str = "blueprint.yaml",
    parts: Mapping[str, bytes | str] | None = None,
) -> Blueprint:
    """The blueprint that a page describes.

    Args:
        source: The page.
        name: What it is called in messages; its parts stand beside it.
        parts: The text of each part that it names and that could be read.

    Raises:
        BlueprintMistakes: The page is no blueprint.
    """
    report = Report(Places())
    data = read_document(source, report)
    report.conclude(name)
    page = keep_record(BLUEPRINT, data, (), report)
    add_parts(page, parts or {}, report)
    if any(mistake.part and not mistake.where for mistake in report.mistakes):
        report.conclude(name)  # nothing follows from a part that is not YAML
    blueprint = settled(_blueprint(page, report), report)
    checks.run(blueprint, report)
    report.conclude(name)
    return blueprint


def _blueprint(page: dict[str, Any], report: Report) -> Blueprint:
    has_auth = report.places.has(("auth",)) or report.is_wrong("auth")
    roles = tuple(page.get("roles", _ROLES if has_auth else ()))
    check_roles(roles, report)
    resources = page.get("resources", {})
    targets = [*resources, *([ACCOUNT] if has_auth and ACCOUNT not in resources else [])]
    said: dict[str, dict[str, Any]] = {name: data or {} for name, data in resources.items()}
    stored = [_resource(name, data, roles, targets, report) for name, data in said.items()]
    fields = {name: data.get("fields", {}) for name, data in said.items()}
    kept = tuple(
        _listed(resource, said[resource.name], roles, report)
        for resource in with_computed(stored, fields, roles, report)
    )
    return Blueprint(
        name=page.get("backend", ""),
        about=page.get("about", "").strip(),
        version=page.get("version", "0.1.0"),
        roles=roles,
        auth=Auth(page.get("auth", {}).get("sign_up", "closed")) if has_auth else None,
        resources=kept,
        endpoints=read_endpoints(page.get("endpoints", {}), kept, targets, roles, report),
    )


def _resource(
    name: str, data: dict[str, Any], roles: Sequence[str], targets: Collection[str], report: Report
) -> Resource:
    path: Path = ("resources", name)
    owned = data.get("owned", report.is_wrong(*path, "owned"))
    fields, together = _fields(data.get("fields", {}), (*path, "fields"), targets, report)
    links = _links(data.get("fields", {}), (*path, "fields"), targets, report)
    return Resource(
        name=name,
        nouns=data.get("plural") or names.plural(names.snake(name)),
        about=data.get("about", "").strip(),
        fields=fields,
        access=_access(data.get("access", {}), roles, (*path, "access"), report),
        owned=owned,
        unique=tuple(map(tuple, data.get("unique", []))),
        together=together,
        members=data.get("members"),
        rules=read_rules(data.get("rules", []), (*path, "rules"), report),
        actions=read_actions(
            data.get("actions", {}),
            name,
            fields={field.name: field for field in fields},
            roles=roles,
            targets=targets,
            report=report,
        ),
        terms=read_terms(data, path, report),
        links=links,
        include=tuple(data.get("include", ())),
        under=data.get("under", ""),
        tree=data.get("tree", ""),
        export=tuple(data.get("export", ())),
    )


def _fields(
    written: dict[str, Any], path: Path, targets: Collection[str], report: Report
) -> tuple[tuple[Field, ...], tuple[tuple[str, ...], ...]]:
    """Fields that are columns, and groups of them that are all null or all not."""
    said = {
        name: read_words(each, (*path, name), report)
        for name, each in written.items()
        if not (is_computed(each) or is_link(each))
    }
    parts, together = spread(said, written, path, report)
    fields = (read_field(words, (*path, name), targets, report) for name, words in parts.items())
    return tuple(fields), together


def _links(
    written: dict[str, Any], path: Path, targets: Collection[str], report: Report
) -> tuple[Link, ...]:
    """Fields that are lists of rows."""
    return tuple(
        read_link(said, (*path, name), targets, report)
        for name, said in written.items()
        if is_link(said)
    )


def _listed(
    resource: Resource, data: dict[str, Any], roles: Sequence[str], report: Report
) -> Resource:
    """A resource with its list, which can show and use all that it has."""
    fields = shown_fields(resource, roles) | {link.name: link for link in resource.links}
    path = ("resources", resource.name, "list")
    return replace(resource, listing=read_listing(data.get("list", {}), fields, path, report))


def _access(data: dict[str, str], roles: Sequence[str], path: Path, report: Report) -> Access:
    said = {word: read_rule(text, roles, (*path, word), report) for word, text in data.items()}
    read, write = said.get("read"), said.get("write")
    return Access(
        list=said.get("list", read),
        read=read,
        create=said.get("create", write),
        update=said.get("update", write),
        delete=said.get("delete", write),
    )
