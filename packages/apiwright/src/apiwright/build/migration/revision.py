"""Revisions: the files of the steps of a database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import indent, shorten
from typing import TYPE_CHECKING

from apiwright.blueprint import names
from apiwright.build.migration.layout import MARGIN, WIDTH, Call, lay
from apiwright.build.migration.names import rename, rename_back
from apiwright.build.migration.steps import steps
from apiwright.build.migration.summary import CONTRACT, EXPAND, summary
from apiwright.plan.difference import difference
from apiwright.plan.meanwhile import meanwhile
from apiwright.plan.renamed import part_names, renamed, with_part_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apiwright.plan.renames import Rename
    from apiwright.plan.table import Table

_SLUG_LENGTH = 40
_SUMMARY_LENGTH = 90

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
_OF_KEEL = (
    r"(?<![\w.])(?:\w+_(?:search|overlap)|alter_table|drop_index|keep_append_only|fill|refuse_\w+"
    r"|rename_(?:column|parts|changes))(?=\()"
)
_FROM_KEEL = "from keel.data.migrations import "
_ROOM = WIDTH - len(_FROM_KEEL)
_IMPORTS = {
    r"sa\.": "import sqlalchemy as sa",
    r"\bop\.": "from alembic import op",
    _OF_KEEL: f"{_FROM_KEEL}{{}}",
    r"postgresql\.": "from sqlalchemy.dialects import postgresql",
}


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a database.

    Attributes:
        number: Its id: `0002`.
        summary: What it does, in a few words without a full stop.
        text: Its file.
    """

    number: str
    summary: str
    text: str

    @property
    def file_name(self) -> str:
        """What its file is called: `0001_create_bookshop.py`."""
        slug = shorten(names.snake(self.summary).replace("_", " "), _SLUG_LENGTH, placeholder="")
        return f"{self.number}_{slug.removesuffix(' and').replace(' ', '_')}.py"


def migration(  # noqa: PLR0913 - what a revision is made of
    before: tuple[Table, ...],
    after: tuple[Table, ...],
    number: str,
    down_revision: str | None,
    *,
    said: str = "",
    renames: Sequence[Rename] = (),
) -> tuple[Revision, ...]:
    """The revisions that turn `before` into `after`, and back.

    There is one, or one that expands and one that contracts: between them the code of before and
    that of after both work. Going back to a required column that nothing can fill needs an empty
    table.

    Args:
        before: The tables as they are.
        after: The tables as they shall be.
        number: The id of the first, from `next_revision`.
        down_revision: The id before it; `None` for the first of all.
        said: What it does, in a few words; from what changes unless said.
        renames: Tables and columns that get another name before all else.
    """
    stood = renamed(before, renames)
    parts = part_names(before, renames, after)
    stood = with_part_names(stood, parts)
    between = meanwhile(stood, after)
    there, back = [*rename(renames, parts, before)], [*rename_back(renames, parts, stood)]
    is_first, is_last = bool(there or difference(stood, between)), bool(difference(between, after))
    found: list[Revision] = []
    if is_first:
        words = said or summary(difference(stood, between), renames, EXPAND if is_last else "")
        up = [*there, *steps(stood, between, stood)]
        down = [*steps(between, stood, after), *back]
        found.append(_revision(number, down_revision, words, up, down))
        number, down_revision = next_revision(number), number
    if is_last:
        words = said or summary(difference(between, after), (), CONTRACT if is_first else "")
        up, down = [*steps(between, after, stood)], [*steps(after, between, after)]
        found.append(_revision(number, down_revision, words, up, down))
    return tuple(found)


def next_revision(last: str | None) -> str:
    """The id that follows `last`: four digits, `0001` after `None`."""
    return f"{int(last or 0) + 1:04}"


def _revision(
    number: str, down_revision: str | None, words: str, up: list[str], down: list[str]
) -> Revision:
    words = shorten(words, _SUMMARY_LENGTH, placeholder=" …")
    upgrade, downgrade = _body(up), _body(down)
    text = _FILE.format(
        summary=words,
        revision=number,
        down_revision=f'"{down_revision}"' if down_revision else None,
        imports="\n".join(_imports(upgrade + downgrade)),
        upgrade=upgrade,
        downgrade=downgrade,
    )
    return Revision(number, words, text)


def _body(lines: list[str]) -> str:
    return indent("\n".join(lines), MARGIN)


def _imports(body: str) -> Iterator[str]:
    found = _listed(sorted({*re.findall(_OF_KEEL, body)}))
    yield from (line.format(found) for use, line in _IMPORTS.items() if re.search(use, body))


def _listed(names: list[str]) -> str:
    """Names to import from keel, in brackets if they need more than the rest of a line."""
    line = ", ".join(names)
    return line if len(line) <= _ROOM else lay(Call("(", tuple(names)), _ROOM, split=True)
