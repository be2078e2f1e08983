"""Room that rules leave: how many rows share a value, and whether one more may."""

from collections.abc import Mapping
from typing import Any

from keel.data import AtMost, Model
from keel.testing.deleted import is_there
from keel.testing.store import Store


class NoRoom(Exception):  # noqa: N818 - what is so, not that it is an error
    """There are as many rows as may be, for what the rows that a body names need is among them."""

    def __init__(self, model: type[Model], rule: AtMost) -> None:
        super().__init__(
            f"There is no room for another {model.__name__}, {rule}: those that stand are what "
            "the rows that its body names need."
        )


def rows_beside(store: Store, model: type[Model], rule: AtMost, value: Any) -> int:
    """How many rows that a rule is about have a value where it counts."""
    alike = {**rule.where, rule.per: value}
    there = filter(is_there, store.all(model))
    return sum(all(getattr(row, name) == held for name, held in alike.items()) for row in there)


def must_have_room(store: Store, model: type[Model], row: Mapping[str, Any]) -> None:
    """See to it that one more row may be there.

    Raises:
        NoRoom: A rule says that there are as many as may be.
    """
    usual = {name: field.default for name, field in model.model_fields.items()}
    said = {**usual, **row}
    for rule in model.rules:
        if isinstance(rule, AtMost) and rule.where.items() <= said.items():
            value = said.get(rule.per)
            if value is not None and rows_beside(store, model, rule, value) >= rule.most:
                raise NoRoom(model, rule)
