"""Rules of rows: their fields in order, not too many, none at the time of another."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pytest

from keel.access import Operation
from keel.data import AtMost, Compared, NoOverlap
from keel.data.rules import compared
from keel.problems import Conflict
from keel.testing.cases import each
from keel.testing.fitting import after, breaking, pivot
from keel.testing.guarded import settable_fields
from keel.testing.resource import Resource
from keel.testing.room import rows_beside
from keel.testing.scene import Scene
from keel.testing.visitors import Visitor


@dataclass(frozen=True, slots=True)
class _Broken:
    """A comparison that a body breaks."""

    rule: Compared
    operation: Operation

    def __str__(self) -> str:
        return f"{self.operation} must keep {self.rule.sqltext}"


def _comparisons(resource: Resource) -> Iterator[_Broken]:
    for rule in compared(resource.model):
        if {rule.left, rule.right} <= _settable(resource, "create"):
            yield _Broken(rule, "create")
        if rule.left in _settable(resource, "update"):
            yield _Broken(rule, "update")


def _limits(resource: Resource) -> list[AtMost]:
    return [rule for rule in _kept(resource) if isinstance(rule, AtMost)]


def _times(resource: Resource) -> list[NoOverlap]:
    rules = (rule for rule in _kept(resource) if isinstance(rule, NoOverlap))
    return [rule for rule in rules if {rule.start, rule.end} <= _settable(resource, "create")]


def _overlaps(resource: Resource) -> list[NoOverlap]:
    rules = () if resource.is_tenant else resource.model.rules
    return [rule for rule in rules if isinstance(rule, NoOverlap)]


def _kept(resource: Resource) -> Iterator[Any]:
    """The rules among rows that a new row can break."""
    settable = _settable(resource, "create")
    for rule in resource.model.rules if settable else ():
        usual = resource.model.model_fields
        is_about_new = all(
            name in settable or usual[name].default == value for name, value in _where(rule)
        )
        shared = getattr(rule, "per", None)
        if is_about_new and shared in {None, resource.owner_field, *settable}:
            yield rule


class RuleTests:
    """What breaks a rule is refused, whether it comes whole or bit by bit."""

    @each(_comparisons)
    def test_fields_out_of_order_are_refused(self, scene: Scene, case: _Broken) -> None:
        rule, operation = case.rule, case.operation
        needed = (rule.left, rule.right) if operation == "create" else (rule.left,)
        visitor = scene.allowed(operation, *needed)
        if operation == "create":
            body = scene.body("create", visitor)
            right = pivot(rule, scene.fields, _value(body[rule.right]))
            broken = body | {rule.right: right, rule.left: breaking(rule, right)}
            answer = scene.create(visitor, broken)
        else:
            usual = scene.value(rule.right)[rule.right]
            row = scene.row(**{rule.right: pivot(rule, scene.fields, usual)})
            changed = {rule.left: breaking(rule, _value(getattr(row, rule.right)))}
            answer = visitor.patch(scene.resource.url(row.id), changed)
        answer.must_be(422, f"{rule.sqltext} must hold").must_name(rule.left)
        answer.must_name(rule.right)

    @each(_limits)
    def test_there_are_no_more_than_so_many(self, scene: Scene, case: AtMost) -> None:
        visitor = scene.allowed("create", *case.fields)
        body = scene.body("create", visitor) | _said(scene, case)
        shared = _shared(scene, case.per, body, visitor)
        model = scene.resource.model
        while rows_beside(scene.store, model, case, shared[case.per]) < case.most - 1:
            scene.row(**shared, **case.where)
        scene.create(visitor, body).must_be(201, f"there may be {case.most}")
        again = scene.settable_body("create", visitor) | _said(scene, case)
        again |= {name: value for name, value in shared.items() if name in again}
        answer = scene.create(visitor, again)
        answer.must_be(409, f"there are {case.most} already").must_name(case.per)

    @each(_times)
    def test_no_two_overlap(self, scene: Scene, case: NoOverlap) -> None:
        visitor = scene.allowed("create", *case.fields)
        body = scene.body("create", visitor) | _said(scene, case)
        shared = _shared(scene, case.per, body, visitor) if case.per else {}
        row = scene.row(**shared, **case.where)
        start, end = getattr(row, case.start), getattr(row, case.end)
        taken = body | {case.start: start, case.end: end}
        answer = scene.create(visitor, taken).must_be(409, "its time is taken")
        answer.must_name(case.start).must_name(case.end)
        free = body | {case.start: end, case.end: after(end)}
        scene.create(visitor, free).must_be(201, "one may start when another ends")

    @each(_overlaps)
    def test_postgres_itself_lets_no_two_overlap(self, scene: Scene, case: NoOverlap) -> None:
        shared = {**case.where, **(scene.value(case.per) if case.per else {})}
        start = scene.value(case.start)[case.start]
        middle, end = after(start), after(after(start))
        scene.row(**shared, **{case.start: start, case.end: end})
        keeps = scene.store.database.engine.dialect.name == "postgresql"
        with pytest.raises(Conflict, match="overlaps") if keeps else nullcontext():
            scene.row(**shared, **{case.start: middle, case.end: after(end)})


def _settable(resource: Resource, operation: Operation) -> set[str]:
    return {field.name for field in settable_fields(resource, operation)}


def _where(rule: Any) -> list[tuple[str, Any]]:
    return list(getattr(rule, "where", {}).items())


def _said(scene: Scene, rule: AtMost | NoOverlap) -> dict[str, Any]:
    """What a body can say of the rows that a rule is about."""
    settable = _settable(scene.resource, "create")
    return {name: value for name, value in rule.where.items() if name in settable}


def _shared(scene: Scene, per: str, body: dict[str, Any], visitor: Visitor) -> dict[str, Any]:
    """What rows share with the one that a visitor makes."""
    return {per: visitor.id if per == scene.resource.owner_field else body[per]}


def _value(value: Any) -> Any:
    return value if value is not None else 0
