"""A revision: the file of one step of the database."""

from __future__ import annotations

import re
from textwrap import indent, shorten
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.build.migration.layout import MARGIN, WIDTH, Call, lay
from apiwright.build.migration.steps import rename, rename_back, steps
from apiwright.plan.difference import difference
from apiwright.plan.renames import renamed
from apiwright.refusal import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apiwright.plan.renames import Rename
    from apiwright.plan.table import Column, Table

_SLUG_LENGTH = 40
_SUMMARY_LENGTH = 90
_GIVE_DEFAULT = "Give the field a default (`= …`) where it may have one"

_FILE = '''\
"""{summary}."""

{imports}

revision = "{revision}"
down_revision = {down_revision}


def upgrade() -> None:
    """Bring the database here from the revision before."""
{upgrade}


def downgrade() -> None:
    """Take the database back to the revision before."""
{downgrade}
'''
_OF_KEEL = r"\w+_(?:search|overlap)(?=\()"
_FROM_KEEL = "from keel.data.migrations import "
_ROOM = WIDTH - len(_FROM_KEEL)
_IMPORTS = {
    r"sa\.": "import sqlalchemy as sa",
    r"op\.": "from alembic import op",
    _OF_KEEL: f"{_FROM_KEEL}{{}}",
    r"postgresql\.": "from sqlalchemy.dialects import postgresql",
}


def migration(  # noqa: PLR0913 - what a revision is made of
    before: tuple[Table, ...],
    after: tuple[Table, ...],
    revision: str,
    down_revision: str | None,
    summary: str,
    *,
    renames: tuple[Rename, ...] = (),
) -> str:
    """The text of the revision that turns `before` into `after`, and back.

    Going back to a required column that nothing can fill needs an empty table.

    Args:
        before: The tables as they are.
        after: The tables as they shall be.
        revision: Its id, from `next_revision`.
        down_revision: The id before it; `None` for the first.
        summary: What it does, in a few words without a full stop.
        renames: Columns that get another name before all else.

    Raises:
        Refusal: A column needs values that rows that stand do not have.
    """
    before = renamed(before, renames)
    if reasons := tuple(_impossible(before, after)):
        raise Refusal(*reasons)
    upgrade = _body([*map(rename, renames), *steps(before, after)])
    downgrade = _body([*steps(after, before), *map(rename_back, reversed(renames))])
    return _FILE.format(
        summary=shorten(summary, _SUMMARY_LENGTH, placeholder=" …"),
        revision=revision,
        down_revision=f'"{down_revision}"' if down_revision else None,
        imports="\n".join(_imports(upgrade + downgrade)),
        upgrade=upgrade,
        downgrade=downgrade,
    )


def next_revision(last: str | None) -> str:
    """The id that follows `last`: four digits, `0001` after `None`."""
    return f"{int(last or 0) + 1:04}"


def file_name(revision: str, summary: str) -> str:
    """What a revision's file is called: `0001_create_bookshop.py`."""
    slug = names.snake(summary)[:_SLUG_LENGTH].rstrip("_")
    return f"{revision}_{slug}.py"


def _body(lines: list[str]) -> str:
    return indent("\n".join(lines), MARGIN)


def _imports(body: str) -> Iterator[str]:
    names = _listed(sorted({*re.findall(_OF_KEEL, body)}))
    yield from (line.format(names) for use, line in _IMPORTS.items() if re.search(use, body))


def _listed(names: list[str]) -> str:
    """Names to import from keel, in brackets if they need more than the rest of a line."""
    line = ", ".join(names)
    return line if len(line) <= _ROOM else lay(Call("(", tuple(names)), _ROOM, split=True)


def _impossible(before: tuple[Table, ...], after: tuple[Table, ...]) -> Iterator[Reason]:
    for table in difference(before, after).altered:
        for column in table.new.columns:
            if _is_unfilled(column):
                yield Reason(
                    f"`{table.name}.{column.name}` is new and required, "
                    "and rows that stand have no value for it.",
                    help=f"{_GIVE_DEFAULT}, or make it optional (`?`).",
                )
        for was, column in table.changed:
            if was.nullable and _is_unfilled(column):
                yield Reason(
                    f"`{table.name}.{column.name}` becomes required, "
                    "and rows that stand may have no value for it.",
                    help=f"{_GIVE_DEFAULT}, or leave it optional (`?`).",
                )


def _is_unfilled(column: Column) -> bool:
    return not (column.nullable or column.is_filled)
