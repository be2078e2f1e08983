"""The actions of a resource: from a page to their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apiwright.blueprint.access.rules import read_rule
from apiwright.blueprint.actions.action import Action, Move, Setting
from apiwright.blueprint.fields.lists import items_of
from apiwright.blueprint.fields.members import read_members
from apiwright.blueprint.fields.states import read_chain
from apiwright.blueprint.fields.types import type_of
from apiwright.blueprint.model import ACCOUNT, BROKEN, Field
from apiwright.blueprint.page.shape import ACTION
from apiwright.blueprint.page.spelling import correction, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from apiwright.blueprint.page.mistakes import Report
    from apiwright.blueprint.page.places import Path


def read_actions(  # noqa: PLR0913 - what actions speak of
    data: Mapping[str, dict[str, Any] | None],
    resource: str,
    *,
    fields: Mapping[str, Field],
    roles: Sequence[str],
    targets: Collection[str],
    report: Report,
) -> tuple[Action, ...]:
    """The actions of a resource with these fields."""
    path = ("resources", resource, "actions")
    return tuple(
        _Reader(fields, targets, (*path, name), report).read(said or {}, resource, roles)
        for name, said in data.items()
    )


class _Reader:
    """Reads one action."""

    def __init__(
        self, fields: Mapping[str, Field], targets: Collection[str], path: Path, report: Report
    ) -> None:
        self._fields = fields
        self._targets = targets
        self._path = path
        self._report = report

    def read(self, data: dict[str, Any], resource: str, roles: Sequence[str]) -> Action:
        returns: list[str] | str = data.get("returns", [] if "on" in data else resource)
        named = returns if isinstance(returns, str) else next(iter(returns), None)
        by = (*self._path, "by")
        return Action(
            name=str(self._path[-1]),
            by=read_rule(data["by"], roles, by, self._report) if "by" in data else None,
            about=data.get("about", "").strip(),
            on_collection="on" in data,
            moves=tuple(self._moves(data)),
            needs=tuple(data.get("needs", ())),
            sets=tuple(self._sets(data.get("sets", {}))),
            body=tuple(self._body(data.get("body", {}))),
            returns=named,
            is_list="returns" in data and not isinstance(returns, str),
        )

    def _moves(self, data: dict[str, Any]) -> Iterator[Move]:
        for name, chain in data.items():
            if name in ACTION.keys:
                continue
            field = self._fields.get(name)
            if field is None or not (field.arrows or field.type == BROKEN):
                self._refuse_key(name)
            elif field.arrows and (move := self._move(name, chain)):
                yield move

    def _refuse_key(self, name: str) -> None:
        states = [field.name for field in self._fields.values() if field.arrows]
        what = f"`{name}` is no key of an action and no field of states."
        advice = correction(name, [*ACTION.keys, *states])
        self._report.add((*self._path, name), what, advice, at_key=True)

    def _move(self, field: str, chain: object) -> Move | None:
        path = (*self._path, field)
        arrows = read_chain(str(chain), path, self._report)
        if self._report.is_wrong(*path):
            return None
        if len({target for _, target in arrows}) > 1:
            what = "An action ends in one state."
            self._report.add(path, what, "Write one arrow: `draft | hidden -> published`.")
            return None
        return Move(field, tuple(source for source, _ in arrows), arrows[0][1])

    def _sets(self, data: Mapping[str, object]) -> Iterator[Setting]:
        for name, said in data.items():
            field = self._fields.get(name)
            path = (*self._path, "sets", name)
            if field is None:
                what = f"`{name}` is no field."
                self._report.add(path, what, correction(name, self._fields), at_key=True)
            elif field.type != BROKEN:
                yield from self._setting(field, said, path)

    def _setting(self, field: Field, said: object, path: Path) -> Iterator[Setting]:
        kind = type_of(field)
        origins = kind.origins if field.target in (None, ACCOUNT) else ()
        if said in origins:
            yield Setting(field.name, origin=next(each for each in origins if each == said))
            return
        reader = items_of(field.item) if field.item else kind.value
        try:
            value = None if said is None else reader(said)
        except ValueError as error:
            advice = f"Write `{origins[0]}`." if origins else ""
            self._report.add(path, f"`{said}` is not {error}.", advice)
        else:
            yield Setting(field.name, value)

    def _body(self, data: list[str] | dict[str, Any]) -> Iterator[Field]:
        path = (*self._path, "body")
        if isinstance(data, dict):
            yield from read_members(data, path, self._targets, self._report)
            return
        for index, name in enumerate(data):
            if field := self._fields.get(name):
                yield field
            else:
                advice = correction(name, self._fields) or f"Fields are {listed(self._fields)}."
                self._report.add((*path, index), f"`{name}` is no field.", advice)
