"""A page → the blueprint that it describes, or every mistake in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from apiwright.blueprint import checks, names
from apiwright.blueprint.access.access import Access
from apiwright.blueprint.access.permissions import read_permissions, with_permissions
from apiwright.blueprint.access.rules import read_rule
from apiwright.blueprint.access.settle import settled
from apiwright.blueprint.actions.read import read_actions
from apiwright.blueprint.checks.roles import check_roles
from apiwright.blueprint.computed.read import is_computed, with_computed
from apiwright.blueprint.endpoints.read import read_endpoints
from apiwright.blueprint.fields.built_in import shown_fields
from apiwright.blueprint.fields.compounds import spread
from apiwright.blueprint.fields.guards import with_rules
from apiwright.blueprint.fields.links import is_link, read_link
from apiwright.blueprint.fields.read import read_field
from apiwright.blueprint.fields.words import read_words
from apiwright.blueprint.listing import read_listing
from apiwright.blueprint.methods import read_methods
from apiwright.blueprint.model import ACCOUNT, Auth, Blueprint, Resource
from apiwright.blueprint.page.document import read_document
from apiwright.blueprint.page.keep import keep_record
from apiwright.blueprint.page.mistakes import Report
from apiwright.blueprint.page.parts import add_parts
from apiwright.blueprint.page.places import Places
from apiwright.blueprint.page.shape import BLUEPRINT
from apiwright.blueprint.rules.read import read_rules
from apiwright.blueprint.tenancy import with_tenancy
from apiwright.blueprint.terms import read_terms
from apiwright.blueprint.versions.read import read_versions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.model import Field, Link
    from apiwright.blueprint.page.places import Path

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
    return with_permissions(blueprint)


def _blueprint(page: dict[str, Any], report: Report) -> Blueprint:
    has_auth = report.places.has(("auth",)) or report.is_wrong("auth")
    roles = tuple(page.get("roles", _ROLES if has_auth else ()))
    check_roles(roles, report)
    resources = page.get("resources", {})
    targets = [*resources, *([ACCOUNT] if has_auth and ACCOUNT not in resources else [])]
    said: dict[str, dict[str, Any]] = {name: data or {} for name, data in resources.items()}
    stored = [_resource(name, data, roles, targets, report) for name, data in said.items()]
    fields = {name: data.get("fields", {}) for name, data in said.items()}
    tenants = page.get("tenants", "") if has_auth else ""
    kept = tuple(
        _listed(resource, said[resource.name], roles, report)
        for resource in with_computed(with_tenancy(stored, tenants), fields, roles, report)
    )
    return Blueprint(
        name=page.get("backend", ""),
        about=page.get("about", "").strip(),
        version=page.get("version", "0.1.0"),
        roles=roles,
        permissions=read_permissions(page.get("permissions", {})),
        auth=_auth(page.get("auth", {}), report) if has_auth else None,
        resources=kept,
        endpoints=read_endpoints(page.get("endpoints", {}), kept, targets, roles, report),
        api=page.get("api", ""),
        versions=read_versions(page.get("versions", {}), report),
        tenants=tenants,
    )


def _auth(data: dict[str, Any], report: Report) -> Auth:
    return Auth(data.get("sign_up", "closed"), read_methods(data.get("methods"), report))


def _resource(
    name: str, data: dict[str, Any], roles: Sequence[str], targets: Collection[str], report: Report
) -> Resource:
    path: Path = ("resources", name)
    singleton = data.get("singleton", report.is_wrong(*path, "singleton"))
    owned = data.get("owned", report.is_wrong(*path, "owned")) or singleton
    noun = names.snake(name)
    fields, together = _fields(data.get("fields", {}), (*path, "fields"), targets, roles, report)
    links = _links(data.get("fields", {}), (*path, "fields"), targets, report)
    rules = _rules(data.get("access", {}), roles, (*path, "access"), report)
    has_history = data.get("history", False)
    return Resource(
        name=name,
        nouns=data.get("plural") or (f"user_{noun}" if singleton else names.plural(noun)),
        about=data.get("about", "").strip(),
        fields=fields,
        access=replace(_access(rules), list=None) if singleton else _access(rules),
        owned=owned,
        was=data.get("was", ""),
        soft_delete=data.get("soft_delete", False),
        singleton=singleton,
        shared=data.get("shared", False),
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
        audited=data.get("audit", False),
        has_history=has_history,
        history=rules.get("history", rules.get("read")) if has_history else None,
        bulk=tuple(data.get("bulk", ())),
    )


def _fields(
    written: dict[str, Any],
    path: Path,
    targets: Collection[str],
    roles: Sequence[str],
    report: Report,
) -> tuple[tuple[Field, ...], tuple[tuple[str, ...], ...]]:
    """Fields that are columns, and groups of them that are all null or all not."""
    said = {
        name: with_rules(read_words(each, (*path, name), report), roles, (*path, name), report)
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


def _rules(
    data: dict[str, str], roles: Sequence[str], path: Path, report: Report
) -> dict[str, Rule | None]:
    return {word: read_rule(text, roles, (*path, word), report) for word, text in data.items()}


def _access(said: Mapping[str, Rule | None]) -> Access:
    read, write = said.get("read"), said.get("write")
    return Access(
        list=said.get("list", read),
        read=read,
        create=said.get("create", write),
        update=said.get("update", write),
        delete=said.get("delete", write),
        restore=said.get("restore"),
        purge=said.get("purge"),
    )
