"""What not everybody may read is told by nothing else: no list, no value, no refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.blueprint.access.covering import admits, on_all_rows, readers, writers
from apiwright.blueprint.checks.rules import fields_in
from apiwright.blueprint.computed.model import Aggregate, Name, Operation
from apiwright.blueprint.relations import relations
from apiwright.blueprint.rules.rule import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.blueprint.access.access import Rule
    from apiwright.blueprint.computed.model import Expression
    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path

_OUT = "Take it out."


def check_telling(blueprint: Blueprint, report: Report) -> None:
    """Check every use of a field that not everybody may read."""
    for resource in blueprint.resources:
        guarded = _guarded(resource)
        told = _Told(resource, blueprint, report)
        for field in guarded.values():
            told.by_lists(field)
            told.by_conflicts(field)
            told.by_parts(field)
            told.by_rules(field)
            told.by_actions(field)
            told.by_expressions(field)
        for computed in resource.computed:
            told.by_others(computed)
        told.by_includes()


def _guarded(resource: Resource) -> dict[str, Field]:
    return {field.name: field for field in resource.fields if field.read}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a resource would tell of its fields to those who may not read them."""

    resource: Resource
    blueprint: Blueprint
    report: Report

    def by_lists(self, field: Field) -> None:
        """Filters, orders and search choose rows by it, and stand in addresses."""
        listing = self.resource.listing
        path = ("resources", self.resource.name)
        if field.name in {each.field for each in listing.filters}:
            self._check_list(field, (*path, "list", "filter"), "a filter")
        if field.name in listing.sort:
            self._check_list(field, (*path, "list", "sort"), "an order")
        if field.search:
            self._check_list(field, (*path, "fields", field.name, "search"), "a search")

    def by_conflicts(self, field: Field) -> None:
        """That a value is taken tells that some row has it."""
        path = ("resources", self.resource.name)
        if field.unique and not field.read_only:
            rules = [field.write] if field.write else writers(self.resource)
            self._check_everywhere(field, rules, (*path, "fields", field.name, "unique"))
        for index, group in enumerate(self.resource.unique):
            if field.name in group:
                self._check_everywhere(field, writers(self.resource), (*path, "unique", index))

    def by_parts(self, field: Field) -> None:
        """Of parts that are null together, a body that has one alone tells of the other."""
        rules = [field.write] if field.write else writers(self.resource)
        is_first = field.name in {group[0] for group in self.resource.together}
        if is_first and not self._is_read_by(field, rules):
            path = ("resources", self.resource.name, "fields", field.name)
            self._refuse(field, "write", "a refusal", path)

    def by_rules(self, field: Field) -> None:
        """A refusal tells what a rule compared or counted."""
        for index, rule in enumerate(self.resource.rules):
            path = ("resources", self.resource.name, "rules", index)
            if field.name not in fields_in(rule):
                continue
            if not isinstance(rule, Comparison):
                self._check_everywhere(field, writers(self.resource), path)
            elif not self._is_read_by(field, writers(self.resource)):
                self._refuse(field, "write", "a refusal", path)

    def by_actions(self, field: Field) -> None:
        """An action that needs a value tells when there is none."""
        for action in self.resource.actions:
            path = ("resources", self.resource.name, "actions", action.name, "needs")
            if (
                field.name in action.needs
                and action.by
                and not self._is_read_by(field, [action.by])
            ):
                self._refuse(field, action.name, "a refusal", path)

    def by_expressions(self, field: Field) -> None:
        """What is worked out of it is in every answer."""
        for computed in self.resource.computed:
            of = computed.computed
            if of is None or isinstance(of, Aggregate) or field.name not in _fields_of(of):
                continue
            if not self._is_read_by(field, readers(self.resource, self.blueprint)):
                path = ("resources", self.resource.name, "fields", computed.name)
                self._refuse(field, "read", "this", path)

    def by_others(self, computed: Field) -> None:
        """What is worked out over rows tells of them to whoever may list them."""
        of = computed.computed
        if not isinstance(of, Aggregate):
            return
        other = _Told(self.blueprint.resource(of.resource), self.blueprint, self.report)
        used = {of.field, *(condition.field for condition in of.where)}
        used |= {of.by} if of.way == "many" else set()
        for name, field in _guarded(other.resource).items():
            rule = other.resource.access.list
            if name in used and rule and not other._is_read_by(field, [rule]):
                path = ("resources", self.resource.name, "fields", computed.name)
                other._refuse(field, "list", "this", path)

    def by_includes(self) -> None:
        """Rows that are included because they refer here tell by what they refer."""
        known = relations(self.blueprint, self.resource)
        for index, name in enumerate(self.resource.include):
            relation = known.get(name)
            if relation is None or relation.kind not in ("many", "only"):
                continue
            other = _Told(self.blueprint.resource(relation.resource), self.blueprint, self.report)
            rule = other.resource.access.list
            for field in _guarded(other.resource).values():
                if (
                    field.column == relation.column
                    and rule
                    and not other._is_read_by(field, [rule])
                ):
                    path = ("resources", self.resource.name, "include", index)
                    other._refuse(field, "list", "this", path)

    def _check_list(self, field: Field, path: Path, teller: str) -> None:
        at = (*path, field.name) if self.report.places.has((*path, field.name)) else path
        rule = self.resource.access.list
        if field.sensitive:
            what = f"`{field.name}` is sensitive, and what is asked for stands in addresses."
            self.report.add(at, what, _OUT)
        elif rule and not self._is_read_by(field, [rule]):
            self._refuse(field, "list", teller, at)

    def _check_everywhere(self, field: Field, rules: Iterable[Rule | None], path: Path) -> None:
        """Refuse what tells of other rows, unless who may write reads the field in all of them."""
        wide = on_all_rows(field.read, self.blueprint) if field.read else None
        said = [rule for rule in rules if rule]
        if not all(admits(wide, rule, self.resource, self.blueprint) for rule in said):
            self._refuse(field, "write", "a conflict", path)

    def _is_read_by(self, field: Field, rules: Iterable[Rule]) -> bool:
        return all(admits(field.read, rule, self.resource, self.blueprint) for rule in rules)

    def _refuse(self, field: Field, verb: str, teller: str, path: Path) -> None:
        name = self.resource.name
        what = f"Not all who may {verb} a `{name}` may read its `{field.name}`"
        what = f"{what}; {teller} would tell it."
        self.report.add(path, what, f"Take it out, or let more people read `{field.name}`.")


def _fields_of(expression: Expression) -> Iterator[str]:
    match expression:
        case Name():
            yield expression.field
        case Operation():
            for part in expression.parts:
                yield from _fields_of(part)
        case _:
            return
