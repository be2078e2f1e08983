"""Tells what a project's code and its database are, from inside the project's own interpreter.

`look.py` runs the text of this module in the project's folder, so it imports nothing of ours. Each
answer is one line of JSON, that of the code first. Nothing is changed or made.
"""

from __future__ import annotations

import json
import os
import tomllib
import warnings
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS = 300


def main() -> None:
    """Answers twice; what the app prints itself goes where errors go."""
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)
        warnings.simplefilter("ignore")
        for name, ask in (("code", _code), ("database", _database)):
            said: dict[str, object]
            try:
                said = {name: ask(_app())}
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the project raises
                said = {"why": _words(error)}
            answers.write(json.dumps(said) + "\n")
            answers.flush()


def _words(error: BaseException) -> str:
    """What an error says, on one line."""
    said = " ".join(str(error).removeprefix("error:").split())
    named = said if isinstance(error, SystemExit) else f"{type(error).__name__}: {said}"
    return named[:_MOST_WORDS]


def _app() -> Any:
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    module, _, name = settings["tool"]["fastapi"]["entrypoint"].partition(":")
    return getattr(import_module(module), name)


def _code(app: Any) -> dict[str, object]:
    from sqlmodel import SQLModel  # noqa: PLC0415 - the project's own

    tables = SQLModel.metadata.tables.values()
    return {
        "routes": [*_routes(app)],
        "tables": [{"name": it.name, "columns": [*map(_column, it.columns)]} for it in tables],
    }


def _routes(app: Any) -> Iterator[dict[str, object]]:
    from fastapi.routing import APIRoute, iter_route_contexts  # noqa: PLC0415 - likewise
    from keel.auth import guard_of  # noqa: PLC0415 - likewise

    for route in iter_route_contexts(app.routes):
        if isinstance(route.original_route, APIRoute):
            rule = guard_of(route)
            for method in sorted(route.methods or ()):
                yield {
                    "method": method,
                    "path": route.path,
                    "access": None if rule is None else str(rule),
                    "module": getattr(route.endpoint, "__module__", ""),
                }


def _column(column: Any) -> dict[str, object]:
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - likewise

    to_postgres: Any = postgresql.dialect
    keys = [(key.target_fullname.partition(".")[0], key.ondelete) for key in column.foreign_keys]
    target, on_delete = keys[0] if keys else (None, None)
    default = getattr(column.default, "arg", None)
    return {
        "name": column.name,
        "type": column.type.compile(dialect=to_postgres()),
        "nullable": column.nullable,
        "target": target,
        "on_delete": on_delete or "",
        "unique": bool(column.unique),
        "index": bool(column.index),
        "default": json.dumps(default) if isinstance(default, (str, int, float)) else "",
    }


def _database(app: Any) -> dict[str, object] | None:
    from alembic.config import Config  # noqa: PLC0415 - likewise
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415 - likewise
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - likewise
    from sqlalchemy import make_url  # noqa: PLC0415 - likewise

    url = make_url(app.state.settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or ":memory:").is_file():
        return None
    own = "alembic.ini" if Path("alembic.ini").is_file() else None
    config = Config(own, toml_file="pyproject.toml", stdout=StringIO())
    script = ScriptDirectory.from_config(config)
    found: dict[str, object] = {"kind": url.get_backend_name()}

    def look(revisions: Any, context: Any) -> list[Any]:
        found.update(_stand(script, [*revisions], context))
        return []

    with EnvironmentContext(config, script, fn=look, as_sql=False, dont_mutate=True):
        script.run_env()
    return found


def _stand(script: Any, revisions: list[str], context: Any) -> dict[str, object]:
    known = {each.revision for each in script.walk_revisions()}
    said: dict[str, object] = {"revisions": revisions}
    if unknown := [each for each in revisions if each not in known]:
        return said | {"unknown": unknown[0]}
    have = {each.revision for each in script.iterate_revisions(revisions, "base")}
    pending = [
        Path(each.path).name for each in script.walk_revisions() if each.revision not in have
    ]
    if pending:
        return said | {"pending": pending[::-1]}
    return said | {"misfits": [*_misfits(context)]}


def _misfits(context: Any) -> Iterator[dict[str, object]]:
    from alembic.autogenerate import produce_migrations  # noqa: PLC0415 - likewise
    from alembic.operations.ops import AlterColumnOp  # noqa: PLC0415 - likewise
    from sqlmodel import SQLModel  # noqa: PLC0415 - likewise

    for step in _leaves(produce_migrations(context, SQLModel.metadata).upgrade_ops):
        sql, found = _sql(step, context.dialect), step.to_diff_tuple()
        for each in found if isinstance(step, AlterColumnOp) else [found]:
            yield {**_misfit(each, context.dialect), "sql": sql}


def _leaves(step: Any) -> Iterator[Any]:
    parts: list[Any] = step.ops
    for part in parts:
        yield from _leaves(part) if hasattr(part, "ops") else (part,)


def _misfit(difference: Any, dialect: Any) -> dict[str, object]:
    """What one difference of Alembic's is; an `add_…` is what the models have."""
    way, *said = difference
    column: dict[str, object] | None = None
    match way, said:
        case (("add_table" | "remove_table"), [table]):
            name, kind, words = table.name, "table", ", ".join(it.name for it in table.columns)
            owner = name
        case (("add_column" | "remove_column"), [_, owner, found]):
            name, kind, words = f"{owner}.{found.name}", "column", _column_words(found, dialect)
            column = _column(found)
        case (
            ("modify_type" | "modify_nullable" | "modify_default"),
            [_, owner, name, _, old, new],
        ):
            return {
                "name": f"{owner}.{name}",
                "kind": "column",
                "table": owner,
                "database": _part_words(way, old, dialect),
                "models": _part_words(way, new, dialect),
            }
        case (("add_index" | "remove_index"), [index]):
            name, kind, owner = index.name, "index", index.table.name
            words = f"{'unique ' if index.unique else ''}on {_names(index.expressions)}"
        case _, [item, *_] if hasattr(item, "table"):
            name, kind, owner = item.name or "", "constraint", item.table.name
            words = f"on {_names(item.columns)}"
        case _:
            owner, name, kind, words = str(said[0]), str(said[-1]), "constraint", "there"
    is_of_models = way.startswith(("add_", "forbid_"))
    return {
        "name": str(name),
        "kind": kind,
        "table": owner,
        "database": "" if is_of_models else words,
        "models": words if is_of_models else "",
        "column": None if is_of_models else column,
    }


def _names(columns: Any) -> str:
    return ", ".join(getattr(each, "name", None) or str(each) for each in columns)


def _column_words(column: Any, dialect: Any) -> str:
    null = "NULL" if column.nullable else "NOT NULL"
    return f"{column.type.compile(dialect=dialect)} {null}"


def _part_words(way: str, value: Any, dialect: Any) -> str:
    match way:
        case "modify_type":
            return str(value.compile(dialect=dialect))
        case "modify_nullable":
            return "NULL" if value else "NOT NULL"
        case _:
            said = getattr(getattr(value, "arg", value), "text", getattr(value, "arg", value))
            return f"DEFAULT {said}" if said is not None and value is not False else "no default"


def _sql(step: Any, dialect: Any) -> str:
    """What a step is in SQL; nothing where this database cannot do it in place."""
    from alembic.operations import Operations  # noqa: PLC0415 - likewise
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - likewise

    written = StringIO()
    options = {"as_sql": True, "output_buffer": written}
    try:
        Operations(MigrationContext.configure(dialect=dialect, opts=options)).invoke(step)
    except Exception:  # noqa: BLE001 - SQLite changes little in place
        return ""
    return " ".join(written.getvalue().split())


main()
