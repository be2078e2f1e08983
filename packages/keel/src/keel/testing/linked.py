"""Links between models, as their tables of pairs declare them."""

from collections.abc import Iterator

from keel.access.paths import table_of
from keel.data import Model, Pair
from keel.data.model import models
from keel.data.relations.pair import ends, member


def links(model: type[Model]) -> dict[str, type[Pair]]:
    """The lists of ids that bodies of `model` have, by the tables of their pairs."""
    table = table_of(model)
    return {
        member(pair): pair
        for pair in _pairs()
        if any(key.column.table is table for key in ends(pair)[0].foreign_keys)
    }


def targets(model: type[Model]) -> dict[str, type[Model]]:
    """What the lists of ids of `model` lead to; all models are imported."""
    by_table = {table_of(other).name: other for other in models()}
    return {
        name: by_table[key.column.table.name]
        for name, pair in links(model).items()
        for key in ends(pair)[1].foreign_keys
    }


def _pairs(above: type[Pair] = Pair) -> Iterator[type[Pair]]:
    for pair in above.__subclasses__():
        if hasattr(pair, "__table__"):
            yield pair
        yield from _pairs(pair)
