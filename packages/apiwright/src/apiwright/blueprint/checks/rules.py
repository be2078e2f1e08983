"""Rules speak of fields that can be compared, counted or laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.fields.built_in import is_audit, stored_fields
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import BROKEN
from apiwright.blueprint.page.spelling import correction
from apiwright.blueprint.rules.rule import AtMost, Comparison, NoOverlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.blueprint.model import Blueprint, Field, Resource
    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.rules.rule import Rule

Wrong = tuple[str, str]

_OF_KIND = {"int": "number", "float": "number", "decimal": "number"}
_ORDERED = frozenset({"number", "date", "datetime", "time", "duration"})
_OUT = "Take it out."


def check_rules(blueprint: Blueprint, report: Report) -> None:
    """Check the rules of every resource."""
    for resource in blueprint.resources:
        fields = stored_fields(resource, blueprint.roles)
        path = ("resources", resource.name, "rules")
        if report.is_wrong(*path):
            continue
        for index, rule in enumerate(resource.rules):
            for what, advice in _wrong(rule, resource, fields):
                report.add((*path, index), what, advice)
            if rule in resource.rules[:index]:
                report.add((*path, index), "The rule stands here twice.", _OUT)
            elif first := _same_pair(rule, resource.rules[:index]):
                what = f"`{first}` orders these two already."
                report.add((*path, index), what, "Write one rule for both.")
        if resource.is_account and resource.rules:
            what = "An account has no rules."
            report.add(path, what, "Give them to a resource that refers to it.", at_key=True)


def _same_pair(rule: Rule, earlier: Iterable[Rule]) -> Comparison | None:
    """The comparison of the same two fields among earlier rules, if there is one."""
    pairs = (each for each in earlier if isinstance(each, Comparison))
    same = (each for each in pairs if {*fields_in(each)} == {*fields_in(rule)})
    return next(same, None) if isinstance(rule, Comparison) else None


def _wrong(rule: Rule, resource: Resource, fields: Mapping[str, Field]) -> Iterator[Wrong]:
    known = {field.name for field in resource.fields} if isinstance(rule, Comparison) else {*fields}
    missing = [name for name in fields_in(rule) if name not in known]
    yield from ((f"`{name}` is no field.", correction(name, known)) for name in missing)
    if missing or any(fields[name].type == BROKEN for name in fields_in(rule)):
        return
    match rule:
        case Comparison():
            yield from _wrong_comparison(rule, fields)
        case AtMost():
            if rule.most == 0:
                yield "There could be none at all.", "Write `at most 1`."
            if rule.most == 1 and not rule.where and rule.per in known - {"owner"}:
                yield "One row alone for each is what `unique` says.", f"Write it at `{rule.per}`."
            yield from _wrong_group(rule, resource, fields)
        case NoOverlap():
            yield from _wrong_times(rule, resource, fields)
            yield from _wrong_group(rule, resource, fields)


def fields_in(rule: Rule) -> list[str]:
    """The fields that a rule speaks of."""
    match rule:
        case Comparison():
            return [rule.left, rule.right]
        case AtMost():
            return [rule.per, *(name for name, _ in rule.where)]
        case NoOverlap():
            per = [rule.per] if rule.per else []
            return [rule.start, rule.end, *per, *(name for name, _ in rule.where)]


def _wrong_comparison(rule: Comparison, fields: Mapping[str, Field]) -> Iterator[Wrong]:
    left, right = (fields[name] for name in (rule.left, rule.right))
    if left is right:
        yield f"`{rule.left}` is compared with itself.", _OUT
        return
    for field in (left, right):
        if _kind(field) not in _ORDERED:
            yield (
                f"`{field.name}` is `{field.type}`, which has no order.",
                "Compare numbers or times.",
            )
            return
    if _kind(left) != _kind(right):
        what = f"`{left.name}` is `{left.type}` and `{right.name}` is `{right.type}`."
        yield what, "Compare two of one type."
    for field in (left, right):
        if field.write_only:
            yield f"`{field.name}` is write-only; a refusal would tell of it.", _OUT


def _wrong_group(
    rule: AtMost | NoOverlap, resource: Resource, fields: Mapping[str, Field]
) -> Iterator[Wrong]:
    if rule.per and not type_of(fields[rule.per]).is_indexable:
        yield f"`{fields[rule.per].type}` cannot be counted by.", "Name another field."
    if is_audit(resource, rule.per or ""):
        what = f"`{rule.per}` is written with the row, after its rules are looked at."
        yield what, "Write `owned: true` and `per owner`, or a field `… = caller`."
    for name, value in rule.where:
        field = fields[name]
        if field.choices and value not in field.choices:
            yield f"`{value}` is none of `{name}`.", correction(value, field.choices)
        elif field.type == "bool" and value not in ("true", "false"):
            yield f"`{value}` is not `true` or `false`.", ""
        elif not (field.choices or field.type == "bool"):
            yield f"`{name}` is `{field.type}`.", "Choose rows by an enum, states or a `bool`."


def _wrong_times(
    rule: NoOverlap, resource: Resource, fields: Mapping[str, Field]
) -> Iterator[Wrong]:
    start, end = fields[rule.start], fields[rule.end]
    if start.type != end.type or start.type not in ("date", "datetime"):
        what = f"`{start.name}` is `{start.type}` and `{end.name}` is `{end.type}`."
        yield what, "Write two of `datetime`, or two of `date`."
    elif Comparison(rule.end, ">", rule.start) not in resource.rules and (
        Comparison(rule.start, "<", rule.end) not in resource.rules
    ):
        what = f"`{end.name}` may be before `{start.name}`, so that nothing could overlap."
        yield what, f"Add the rule `{end.name} after {start.name}`."


def _kind(field: Field) -> str:
    return _OF_KIND.get(field.type, field.type)
