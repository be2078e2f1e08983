"""Rows around a row, which values are worked out of: how they are stored and found."""

from typing import Any

from keel.data import Model
from keel.data.computing.around import Around, Paired, Referring
from keel.testing.reach import Reach
from keel.testing.references import parents_of
from keel.testing.store import Store


def rows_around(row: Model, of: Around, reach: Reach) -> list[Any]:
    """The stored rows around a row, whoever may list them."""
    rows = reach.rows(of.rows.model)
    match of:
        case Referring(by=by):
            return [other for other in rows.values() if getattr(other, by) == row.id]
        case Paired(pair=pair, ends=(here, there)):
            pairs = [each for each in reach.pairs(pair) if getattr(each, here.name) == row.id]
            return [rows[far] for each in pairs if (far := getattr(each, there.name)) in rows]
        case _:
            raise TypeError(f"{of!r} is no way around a row that is known here.")


def standing_around(row: Model, of: Around) -> dict[str, Any]:
    """Values by which a new row stands around a row, once it is joined to it.

    Where pairs join them, that is below the same rows, as far as those decide who may list it.
    """
    if isinstance(of, Referring):
        return {of.by: row.id}
    here, there = parents_of(type(row)), parents_of(of.rows.model)
    above = of.rows.policy.list.columns
    return {name: getattr(row, name) for name in above if here.get(name) is there[name]}


def join(row: Model, other: Model, of: Around, store: Store) -> None:
    """Join a row to one that shall stand around it, where pairs do that."""
    if isinstance(of, Paired):
        here, there = of.ends
        store.save(of.pair(**{here.name: row.id, there.name: other.id}))
