"""Which rows have the words that are looked for, and how much these weigh in them."""

from functools import reduce

from sqlalchemy import ColumnElement, Table, case, false, select, true
from sqlalchemy.sql.elements import Grouping
from sqlmodel import col

from keel.access.paths import table_of
from keel.data.model import Model
from keel.data.queries.sorting import NEWEST_FIRST, Order
from keel.data.searching.columns import Matches
from keel.data.searching.searched import Searched, marked
from keel.data.searching.tables import words_of
from keel.data.searching.words import words_sought
from keel.problems import FieldError, Invalid

RELEVANCE = "relevance"
"""The order that begins with the rows in which the words weigh most; ties go newest first."""

MOST_WORDS = 50
"""Different words that one search takes."""


def found(model: type[Model], text: str) -> ColumnElement[bool]:
    """Rows where each word of a text begins a word of one of the searched fields.

    All rows for a text of blanks; none for one that has no word in it.

    Raises:
        Invalid: It has too many words.
    """
    sought = _sought(text)
    if not (sought and model.searched):
        return false() if text.strip() else true()
    words, searched = words_of(model), model.searched
    matches = Matches(words, [searched.anywhere(word) for word in sought])
    return col(model.id).in_(select(words.c.row_id).where(matches))


def by_relevance(model: type[Model], text: str | None) -> Order:
    """The order by what the words of a text weigh; where there are none, newest first.

    Raises:
        Invalid: It has too many words.
    """
    sought = _sought(text or "")
    if not (sought and model.searched):
        return Order.of(model, NEWEST_FIRST, lambda name: getattr(model, name))
    words, searched = words_of(model), model.searched
    weight = reduce(_plus, (_weight(words, searched, word) for word in sought))
    of_row = select(weight).where(words.c.row_id == col(model.id))
    column = of_row.correlate(table_of(model)).scalar_subquery().label(RELEVANCE)
    return Order(model, RELEVANCE, descending=True, column=column)


def _weight(words: Table, searched: Searched, word: str) -> ColumnElement[int]:
    """The sum of the weights of the fields that have a word."""
    fields = (
        case((Matches(words, [[marked(field, word)]]), weight), else_=0)
        for field, weight in searched.weights.items()
    )
    weights: ColumnElement[int] = reduce(_plus, fields)
    return Grouping(weights)  # in brackets: SQLite counts how deep a sum is


def _plus(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[int]:
    return one + other


def _sought(text: str) -> tuple[str, ...]:
    sought = words_sought(text)
    if len(sought) > MOST_WORDS:
        message = f"Should have at most {MOST_WORDS} different words."
        raise Invalid(errors=[FieldError("query.q", message)])
    return sought
