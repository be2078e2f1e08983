"""A plan, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.syntax import Syntax
from rich.text import Text

from apiwright.plan.drift.find import NO_DRIFTS
from apiwright.plan.explain import explain
from apiwright.plan.text_difference import text_difference
from apiwright.surface.show.console import out
from apiwright.surface.show.drift import drifts_json, show_drifts
from apiwright.surface.show.sections import show_section

if TYPE_CHECKING:
    from apiwright.plan.drift.find import Drifts
    from apiwright.plan.plan import Edit, Migration, Plan


def show_plan(plan: Plan, drifts: Drifts = NO_DRIFTS) -> None:
    """Prints what matters to people, then files, then the migration's SQL with its locks."""
    if plan.is_empty and not drifts:
        out.print("Nothing to do: the project is as its blueprint says.")
    show_drifts(drifts)
    for section in explain(plan):
        show_section(section)
    for edit in plan.edits:
        if edit.path in plan.combined:
            show_edit(edit, "Merge")
    for step in plan.migrations:
        _show_migration(step)


def show_edit(edit: Edit, word: str) -> None:
    """Prints what happens to a file that a person edited, under a word for that."""
    out.print(Text(f"{word}  {edit.path}", "bold"))
    difference = text_difference(edit).rstrip("\n")
    lexer = Syntax(difference, "diff", background_color="default")
    out.print(lexer if out.is_terminal else Text(difference), soft_wrap=True)
    out.print()


def _show_migration(migration: Migration) -> None:
    out.print(Text(f"Migration  {migration.path}", "bold"))
    sql = migration.sql.strip()
    shown = Syntax(sql, "sql", background_color="default") if out.is_terminal else Text(sql)
    out.print(shown, soft_wrap=True)
    out.print()


def plan_json(plan: Plan, drifts: Drifts) -> str:
    """The plan as JSON: everything but the content of files."""
    comparison, tables = plan.comparison, plan.comparison.tables
    return json.dumps(
        {
            "request": plan.request,
            "backend": plan.blueprint and plan.blueprint.name,
            **drifts_json(drifts),
            "endpoints": {
                "new": [asdict(endpoint) for endpoint in comparison.new_endpoints],
                "changed": [asdict(change) for change in comparison.changed_endpoints],
                "gone": [asdict(endpoint) for endpoint in comparison.gone_endpoints],
            },
            "tables": {
                "created": [table.name for table in tables.created],
                "altered": [table.name for table in tables.altered],
                "dropped": [table.name for table in tables.dropped],
                "refilled": [table.name for table in tables.refilled],
                "losses": tables.losses,
                "renamed": [asdict(rename) for rename in comparison.renames],
            },
            "breaking": comparison.breaking,
            "unwritten": [str(endpoint) for endpoint in plan.unwritten],
            "dependencies": plan.dependencies,
            "files": [{"path": str(edit.path), "kind": edit.kind} for edit in plan.edits],
            "merged": [str(path) for path in plan.combined],
            "stay_deleted": [str(path) for path in plan.absent],
            "migrations": [asdict(step) | {"path": str(step.path)} for step in plan.migrations],
        },
        indent=2,
    )
