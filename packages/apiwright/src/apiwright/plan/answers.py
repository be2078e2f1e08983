"""What a person says to a plan: what may be lost, what fills rows, and that clients may break."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from apiwright.blueprint.page.spelling import correction
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apiwright.plan.compare import Comparison
    from apiwright.plan.table import Column, Table

_ACCEPT = "if it is meant: --accept-breaking"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said with the command, by the names that the plan has for it.

    Attributes:
        drop: Tables and columns that may go with all that they hold: `books`, `books.isbn`.
        fill: By column, SQL for rows that break what it comes to ask: `{"books.isbn": "'none'"}`.
        breaks: Whether clients may lose what they count on.
    """

    drop: frozenset[str] = frozenset()
    fill: Mapping[str, str] = field(default_factory=dict[str, str])
    breaks: bool = False


NO_ANSWERS = Answers()


def read_answers(drop: Iterable[str], fill: Iterable[str], *, breaks: bool = False) -> Answers:
    """The answers of a command line.

    Raises:
        Refusal: What fills a column is not `TABLE.COLUMN=SQL`, of one statement.
    """
    pairs = [each.partition("=") for each in fill]
    for name, _, value in pairs:
        if name.count(".") != 1 or not value.strip() or ";" in value:
            what = f"`--fill {name}` does not say with what."
            raise Refusal(Reason(what, help="--fill \"books.isbn='unknown'\""))
    return Answers(frozenset(drop), {name: value.strip() for name, _, value in pairs}, breaks)


def with_fills(tables: Iterable[Table], answers: Answers) -> tuple[Table, ...]:
    """Tables whose columns know what fills rows that break what they ask."""
    return tuple(
        replace(table, columns=tuple(_filled(table, each, answers) for each in table.columns))
        for table in tables
    )


def _filled(table: Table, column: Column, answers: Answers) -> Column:
    value = answers.fill.get(f"{table.name}.{column.name}")
    return replace(column, fill=None, formula=value, is_asked_for=True) if value else column


def refuse_idle(comparison: Comparison, answers: Answers) -> None:
    """Refuse answers to what the plan does not ask.

    Raises:
        Refusal: Something that is to go stays, or rows that are to be filled keep all.
    """
    if reasons := tuple(_idle(comparison, answers)):
        raise Refusal(*reasons)


def _idle(comparison: Comparison, answers: Answers) -> Iterator[Reason]:
    lost = comparison.tables.losses
    for name in sorted(answers.drop - {*lost}):
        what = f"Nothing called `{name}` goes with this plan."
        yield Reason(what, help=correction(name, lost) if lost else "Take `--drop` out.")
    for name in sorted(answers.fill.keys() - {*comparison.fillable}):
        what = f"No row has to be filled in `{name}`."
        known = comparison.fillable
        yield Reason(what, help=correction(name, known) if known else "Take `--fill` out.")


def unmeant(comparison: Comparison, answers: Answers) -> tuple[Reason, ...]:
    """What is lost, and who breaks, that nobody said may be."""
    lost = [name for name in comparison.tables.losses if name not in answers.drop]
    reasons = [Reason(f"`{name}` is lost, with all it holds.", help=_drop(name)) for name in lost]
    if comparison.breaking and not answers.breaks:
        why = "\n".join(comparison.breaking)
        reasons.append(Reason("Clients lose what they count on.", why=why, help=_ACCEPT))
    return tuple(reasons)


def _drop(name: str) -> str:
    return f"if it is meant: --drop {name}"
