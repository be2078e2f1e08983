"""Endpoints that are not resources: from a page to their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from apiwright.blueprint import names
from apiwright.blueprint.access.rules import read_rule
from apiwright.blueprint.endpoints.own_endpoint import OwnEndpoint, Returns
from apiwright.blueprint.endpoints.paths import read_key
from apiwright.blueprint.fields.members import read_members
from apiwright.blueprint.model import ACCOUNT, Field
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.terms import read_terms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from apiwright.blueprint.endpoints.paths import Key
    from apiwright.blueprint.model import Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_NO_CONTENT = 204


def read_endpoints(
    data: Mapping[str, dict[str, Any] | None],
    resources: Sequence[Resource],
    targets: Collection[str],
    roles: Sequence[str],
    report: Report,
) -> tuple[OwnEndpoint, ...]:
    """The endpoints of a page; those whose key was not understood are left out.

    Args:
        data: What each key of `endpoints` holds, `None` where that is known to be wrong.
        resources: Whose domains endpoints may stand in.
        targets: Names of all resources, the account among them.
        roles: Of accounts, weakest first.
        report: Takes what is wrong.
    """
    nouns = {each.nouns: each.noun for each in resources}
    if ACCOUNT in targets:
        nouns["users"] = names.snake(ACCOUNT)
    reader = _Reader(nouns, targets, roles, report)
    found = (reader.endpoint(said, inner or {}) for said, inner in data.items())
    return tuple(endpoint for endpoint in found if endpoint)


@dataclass(frozen=True, slots=True)
class _Reader:
    nouns: Mapping[str, str]
    targets: Collection[str]
    roles: Sequence[str]
    report: Report

    def endpoint(self, said: str, data: dict[str, Any]) -> OwnEndpoint | None:
        path: Path = ("endpoints", said)
        key = read_key(said, path, self.report)
        if key is None:
            return None
        parameters = self._parameters(key, data.get("path", {}), path)
        columns = {field.name: field.column for field in parameters}
        segments = (f"{{{columns[it[1:-1]]}}}" if it[0] == "{" else it for it in key.segments)
        name, logic = key.naming(self.nouns.get(key.domain))
        returns = self._returns(data.get("returns"), (*path, "returns"))
        return OwnEndpoint(
            key=said,
            method=key.method,
            path=f"/{'/'.join(segments)}",
            domain=key.domain,
            name=data.get("name", name),
            logic=data.get("name", logic),
            access=self._access(data, path),
            about=data.get("about", "").strip(),
            parameters=parameters,
            query=self._fields(data.get("query", {}), (*path, "query")),
            body=self._fields(data.get("body", {}), (*path, "body")),
            returns=returns,
            status=data.get("status", 200 if returns else _NO_CONTENT),
            errors=tuple(data.get("errors", ())),
            terms=read_terms(data, path, self.report),
        )

    def _access(self, data: dict[str, Any], path: Path) -> Any:
        said = data.get("access")
        return read_rule(said, self.roles, (*path, "access"), self.report) if said else None

    def _fields(self, data: Mapping[str, object], path: Path) -> tuple[Field, ...]:
        return read_members(data, path, self.targets, self.report)

    def _parameters(self, key: Key, said: Mapping[str, object], path: Path) -> tuple[Field, ...]:
        for name in said:
            if name not in key.parameters:
                what = f"`{name}` is not in the path."
                advice = correction(name, key.parameters) or "Take it out."
                self.report.add((*path, "path", name), what, advice, at_key=True)
        told = {field.name: field for field in self._fields(said, (*path, "path"))}
        rows = {names.snake(target): target for target in self.targets}
        return tuple(told.get(name) or self._row(name, rows, path) for name in key.parameters)

    def _row(self, name: str, rows: Mapping[str, str], path: Path) -> Field:
        if name not in rows:
            what = f"`{{{name}}}` is no resource, and `path` does not say what it is."
            advice = correction(f"{{{name}}}", [f"{{{row}}}" for row in rows])
            help_ = advice if advice.startswith("Write") else f"Add `path: {{{name}: int}}`."
            self.report.add(path, what, help_, at_key=True)
        return Field(name, "reference", target=rows.get(name))

    def _returns(self, said: object, path: Path) -> Returns | None:
        if isinstance(said, list):
            return self._list(cast("list[object]", said), path)
        if isinstance(said, dict):
            return Returns(fields=self._fields(cast("dict[str, object]", said), path))
        return self._resource(said, path) if isinstance(said, str) else None

    def _list(self, said: list[object], path: Path) -> Returns | None:
        if len(said) != 1:
            if not self.report.is_wrong(*path):
                what = "A list names the one thing that it is a list of."
                self.report.add(path, what, "Write `[Book]`.", at_key=True)
            return None
        of = self._returns(said[0], (*path, 0))
        return Returns(of.resource, of.fields, is_list=True) if of else None

    def _resource(self, name: str, path: Path) -> Returns:
        if name not in self.targets:
            advice = correction(name, self.targets) or "Write what its members are: `{total: int}`."
            self.report.add(path, f"`{name}` is no resource.", advice)
        return Returns(resource=name)
