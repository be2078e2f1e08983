"""What `alembic revision --autogenerate` and `alembic check` see of the tables of words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import renderers
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext

from keel.data.searching.tables import FIELDS, is_words, table_of_words

_IMPORT = "from keel.data.migrations import create_search, drop_search, fill_search"
_OF_FTS5 = re.compile(r"\w+_search_index(_data|_idx|_docsize|_config)?")


class CreateWords(ops.CreateTableOp):
    """A table of words comes."""


class DropWords(ops.DropTableOp):
    """A table of words goes."""


def is_compared(name: str | None, kind: str, _parents: object) -> bool:
    """Whether something in the database should be in the models: not what FTS5 keeps itself."""
    return kind != "table" or not _OF_FTS5.fullmatch(name or "")


def is_compared_index(item: Any, _name: object, kind: str, _reflected: object, _to: object) -> bool:
    """Whether an index is compared: not those of words, which SQLite has in another way."""
    return kind != "index" or not is_words(item.table)


def with_words(
    _context: MigrationContext, _revision: object, directives: Sequence[ops.MigrationScript]
) -> None:
    """Say in revisions what becomes of tables of words in operations of their own."""
    for script in directives:
        for way in (*script.upgrade_ops_list, *script.downgrade_ops_list):
            way.ops = list(_replaced(way.ops))


def _replaced(operations: Iterable[Any]) -> Iterator[Any]:
    words: set[str] = set()
    for each in operations:
        if isinstance(each, ops.CreateTableOp) and is_words(each.to_table()):
            words.add(each.table_name)
            yield CreateWords.from_table(each.to_table())
        elif isinstance(each, ops.DropTableOp) and is_words(each.to_table()):
            words.add(each.table_name)
            yield DropWords.from_table(each.to_table())
        elif not (isinstance(each, ops.ModifyTableOps) and each.table_name in words):
            yield each


@renderers.dispatch_for(CreateWords)
def _render_create(written: AutogenContext, operation: CreateWords) -> list[str]:
    written.imports.add(_IMPORT)
    words = operation.to_table()
    table, fields = table_of_words(words), words.info.get(FIELDS, ())
    filled = ", ".join(f'"{each}"' for each in (table, *fields))
    return [f'create_search("{table}")', *([f"fill_search({filled})"] if fields else [])]


@renderers.dispatch_for(DropWords)
def _render_drop(written: AutogenContext, operation: DropWords) -> str:
    written.imports.add(_IMPORT)
    return f'drop_search("{table_of_words(operation.to_table())}")'
