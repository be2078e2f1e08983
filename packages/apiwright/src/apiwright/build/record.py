"""The record that every applied plan leaves in `history/`: a page for people, JSON for the tool."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from apiwright.build.asker import asker
from apiwright.plan.explain import Section, aligned, explain
from apiwright.plan.generations import GENERATION
from apiwright.plan.kept import keep_tables
from apiwright.plan.plan import Edit
from apiwright.plan.text_difference import text_difference
from apiwright.refusal import Reason, Refusal
from apiwright.survey.digests import digests
from apiwright.survey.grown import GROWN, write_grown
from apiwright.survey.history import HISTORY, write_record
from apiwright.survey.survey import Applied

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePosixPath

    from apiwright.plan.compare import Comparison
    from apiwright.plan.difference import TableDifference
    from apiwright.plan.plan import Plan
    from apiwright.plan.table import Table
    from apiwright.survey.survey import Proof, Survey

_SLUG_NOUNS = 3


def new_record(
    plan: Plan,
    survey: Survey,
    source: tuple[str, Mapping[str, str]],
    grown: Mapping[PurePosixPath, bytes],
    slug: str | None,
) -> tuple[Edit, ...]:
    """The edits that record a plan.

    Args:
        plan: What is applied, complete but for this record.
        survey: What stands, with the records so far.
        source: The text of the blueprint, and that of each of its parts.
        grown: Each file as it was grown.
        slug: What the record is called; after what it changes unless said.
    """
    text, parts = source
    number = survey.last.number + 1 if survey.last else 1
    steps = [step.path for step in plan.migrations]
    added = {edit.path: edit.after or b"" for edit in plan.edits}
    applied = Applied(
        number=number,
        slug=slug or (_slug(plan.comparison) if survey.last else "first-build"),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        request=plan.request,
        blueprint=text,
        grown=digests(grown),
        parts=parts,
        by=asker(survey.root),
        apiwright=version("apiwright"),
        migrations=tuple(steps),
        written=digests({path: text for path, text in added.items() if path in steps}),
        taken_back=plan.taken_back,
        tables=keep_tables(plan.blueprint),
        generation=GENERATION,
    )
    page, record = _paths(applied)
    return (
        Edit(page, None, _page(applied, plan).encode()),
        Edit(record, None, write_record(applied)),
        *_patch(survey, page.with_suffix(".diff"), plan.edits),
        Edit(GROWN, survey.files.get(GROWN), write_grown(grown)),
    )


def _patch(survey: Survey, path: PurePosixPath, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """What a plan changes, line by line; nothing of a first build, which only adds."""
    if survey.last is None:
        return ()
    return (Edit(path, None, "".join(map(text_difference, edits)).encode()),)


def proved(survey: Survey, proofs: Sequence[Proof]) -> tuple[Edit, Edit]:
    """The edits that add to the last record what was proved; its page may be gone."""
    if survey.last is None:
        raise Refusal(Reason("The record of what was proved is gone.", str(HISTORY)))
    page, record = _paths(survey.last)
    after = replace(survey.last, proofs=tuple(proofs))
    chapter = _chapter(Section("Proved", tuple(_proof_row(proof) for proof in proofs)))
    head = chapter.partition("```")[0]
    written = survey.files.get(page, b"")
    story = written.partition(head.encode())[0] + chapter.encode()
    return (
        Edit(page, survey.files.get(page), story),
        Edit(record, survey.files[record], write_record(after)),
    )


def _slug(comparison: Comparison) -> str:
    tables = comparison.tables
    changed: tuple[Table | TableDifference, ...]
    changed = (*tables.created, *tables.altered, *tables.dropped, *tables.refilled)
    renamed = [each.table or each.now for each in comparison.renames]
    ends = (*comparison.new_endpoints, *comparison.gone_endpoints)
    nouns = dict.fromkeys([*renamed, *(it.name for it in changed), *(end.domain for end in ends)])
    return "-".join([*nouns][:_SLUG_NOUNS]).replace("_", "-") or "files"


def _paths(applied: Applied) -> tuple[PurePosixPath, PurePosixPath]:
    return HISTORY / f"{applied.name}.md", HISTORY / f"{applied.name}.json"


def _page(applied: Applied, plan: Plan) -> str:
    title = applied.slug.replace("-", " ").capitalize()
    by = f" · {applied.by}" if applied.by else ""
    head = f"# {applied.number}. {title}\n\n{applied.at}{by}\n\n> {applied.request}\n"
    return head + "".join(map(_chapter, explain(plan))) + _migration(plan)


def _chapter(section: Section) -> str:
    rows = "\n".join(aligned(section.rows))
    return f"\n## {section.title}\n\n```text\n{rows}\n```\n"


def _migration(plan: Plan) -> str:
    return "".join(
        f"\n## Migration\n\n`{step.path}`\n\n```sql\n{step.sql.strip()}\n```\n"
        for step in plan.migrations
    )


def _proof_row(proof: Proof) -> tuple[str, ...]:
    return ("ok" if proof.ok else "failed", proof.step, f"{proof.seconds} s", proof.detail)
