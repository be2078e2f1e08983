"""The page that says what stands, where what stands is to be right."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from apiwright.blueprint.page.mistakes import BlueprintMistakes
from apiwright.plan.adopting.candidates import candidates
from apiwright.plan.adopting.facts import as_modelled, as_said, facts, standing_facts
from apiwright.plan.drift.routes import UNGUARDED
from apiwright.refusal import Reason, Refusal
from apiwright.survey.survey import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from apiwright.plan.adopting.facts import Facts
    from apiwright.plan.adopting.pages import Pages
    from apiwright.plan.drift.drift import Drift
    from apiwright.survey.standing import Code, Database, Misfit, StandingColumn


def adopted(pages: Pages, drifts: Sequence[Drift], code: Code, database: Database | None) -> Pages:
    """The page with the fewest changes after which it says what stands.

    Each change that comes into question is tried: it is taken if all that it changes then is as
    it stands, so that nothing else is changed by the way.

    Args:
        pages: What is said now.
        drifts: Where what stands is to be right.
        code: The app and its models.
        database: The database, if it was looked at.

    Raises:
        Refusal: The page cannot say one of them; none is changed then.
    """
    names = {each.name for each in drifts}
    of_database = {each.name for each in drifts if each.kind == "database"}
    misfits = [
        as_modelled(each, database.kind)
        for each in (database.misfits if database else ())
        if database and each.name in of_database
    ]
    search = _Search(standing_facts(code, misfits), code, {each.name: each for each in misfits})
    reasons: list[Reason] = []
    for drift in drifts:
        if drift.name in names:
            found = search.step(pages, drift, names)
            if isinstance(found, Reason):
                reasons.append(found)
                continue
            pages, done = found
            names -= done
    if reasons:
        raise Refusal(*reasons)
    return pages


class _Search:
    """Looks for the changes of a page after which it says what stands."""

    def __init__(self, stands: Facts, code: Code, misfits: Mapping[str, Misfit]) -> None:
        self._stands = stands
        self._columns = {each.name: each.columns for each in code.tables}
        self._misfits = misfits

    def step(self, pages: Pages, drift: Drift, names: set[str]) -> tuple[Pages, set[str]] | Reason:
        """The page with the changes for one disagreement, and all that they settle.

        Of those that do, the one is taken that settles most of what was named and least besides.
        """
        blueprint = pages.blueprint()
        before, mistaken, excess = facts(blueprint), "", ""
        best: tuple[tuple[int, int, int], Pages, set[str]] | None = None
        for changes in candidates(pages, blueprint, drift, self._columns_of(drift)):
            after = pages.with_changes(changes)
            try:
                effect = _effect(before, facts(after.blueprint())) if after else {}
            except BlueprintMistakes as mistakes:
                mistaken = mistaken or str(mistakes)
                continue
            if wrong := [name for name, now in effect.items() if self._is_otherwise(name, now)]:
                excess = excess or f"`{wrong[0]}` would change too, and stands as it was built"
            elif after and drift.name in effect:
                rank = (-len(names & {*effect}), len({*effect} - names), len(changes))
                if best is None or rank < best[0]:
                    best = (rank, after, {*effect})
        return best[1:] if best else _refused(drift, mistaken or excess)

    def _is_otherwise(self, name: str, now: str | None) -> bool:
        return self._stands.get(name) != now

    def _columns_of(self, drift: Drift) -> tuple[StandingColumn, ...]:
        """The columns of its table as they are to be."""
        columns = self._columns.get(drift.name.partition(".")[0], ())
        misfit = self._misfits.get(drift.name)
        if misfit is None:
            return columns
        others = [each for each in columns if each.name != drift.name.partition(".")[2]]
        if misfit.column:
            return (*others, misfit.column)
        stands = self._stands.get(drift.name)
        return tuple(
            as_said(each, stands) if each not in others else each
            for each in columns
            if each in others or stands
        )


def _effect(before: Facts, after: Facts) -> dict[str, str | None]:
    """What is otherwise afterwards, by its name."""
    names = before.keys() | after.keys()
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}


def _refused(drift: Drift, why: str) -> Reason:
    """Why the page cannot say what stands, and what can be done."""
    help_ = f"apiwright restore {shlex.quote(drift.name)}   or say in {PAGE} what is meant"
    what = f"`{drift.name}` cannot be adopted: the page has no words for what stands."
    if drift.kind == "database" and "." not in drift.name:
        why = "indexes, constraints and tables get their names from the resources and fields of it"
    elif drift.kind == "migration":
        what = f"`{drift.name}` cannot be adopted: the page says all that it brings."
    elif drift.found == UNGUARDED:
        why = "a route that asks nobody still has a service that asks by the rule of the page"
    return Reason(what, str(PAGE), why or f"{drift.words}", help_)
