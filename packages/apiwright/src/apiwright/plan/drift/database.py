"""A database beside the migrations, and beside the models once it has had them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.plan.drift.drift import Drift
from apiwright.survey.revisions import VERSIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from apiwright.survey.standing import Database


def database_drifts(database: Database, known: Collection[str]) -> Iterator[Drift]:
    """What a database lacks, or has beside what the models say.

    Args:
        database: What stands.
        known: What is told already or waits to be built.
    """
    if database.unknown:
        words = "the database stands there, and no file has it"
        yield Drift("migration", database.unknown, "", words, f"git log --all -- {VERSIONS}")
    for name in database.pending:
        stem = name.removesuffix(".py")
        yield Drift("migration", stem, stem, "not applied to the database", "alembic upgrade head")
    for each in database.misfits:
        if not {each.name, each.table} & {*known}:
            yield Drift("database", each.name, each.models, each.database, each.sql)
