"""What `alembic revision --autogenerate` and `alembic check` see of what Postgres keeps apart.

Constraints are known by their names, which say all of a rule. On SQLite, which has none, those of
new tables are seen, so that a revision that was written there does the same on Postgres.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from alembic.autogenerate import comparators, renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations import ops
from alembic.util import DispatchPriority
from sqlalchemy import Connection, Table, inspect, make_url, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint

_SHAPE = re.compile(
    r".*EXCLUDE USING gist \((?P<per>(?:\"?\w+\"? WITH =, )*)"
    r"(?P<period>\w+range\(\"?\w+\"?, \"?\w+\"?\)) WITH &&\)(?: WHERE \((?P<where>.*)\))?"
)
_STANDING = text(
    "SELECT conname, relname, pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint "
    "JOIN pg_class ON pg_class.oid = conrelid WHERE contype = 'x' AND pg_table_is_visible(conrelid)"
)
_IMPORT = "from keel.data.migrations import allow_overlap, forbid_overlap"


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What `forbid_overlap` is told."""

    name: str
    table: str
    period: str
    per: tuple[str, ...]
    where: str | None


class ForbidOverlap(ops.MigrateOperation):
    """Rows come to be kept apart."""

    def __init__(self, said: Forbidden) -> None:
        self.said = said

    def reverse(self) -> "AllowOverlap":
        """The way back."""
        return AllowOverlap(self.said)

    def to_diff_tuple(self) -> tuple[str, ...]:
        """What `alembic check` says."""
        return ("forbid_overlap", self.said.table, self.said.name)


class AllowOverlap(ops.MigrateOperation):
    """Rows are kept apart no longer."""

    def __init__(self, said: Forbidden) -> None:
        self.said = said

    def reverse(self) -> ForbidOverlap:
        """The way back."""
        return ForbidOverlap(self.said)

    def to_diff_tuple(self) -> tuple[str, ...]:
        """What `alembic check` says."""
        return ("allow_overlap", self.said.table, self.said.name)


@comparators.dispatch_for("schema", priority=DispatchPriority.LAST)
def _compare(written: AutogenContext, upgrade: ops.UpgradeOps, _schemas: object) -> None:
    connection: Any = written.connection
    wanted = {each.name: each for each in _of_models(written.table_key_to_table.values())}
    stand = {each.name: each for each in _of_database(connection)}
    gone = (AllowOverlap(each) for name, each in stand.items() if name not in wanted)
    new = (ForbidOverlap(each) for name, each in wanted.items() if name not in stand)
    if connection.dialect.name == "sqlite":
        tables = inspect(connection).get_table_names()
        new = (each for each in new if each.said.table not in tables)
    upgrade.ops[:] = [*gone, *map(_without, upgrade.ops), *new]


def _without(operation: Any) -> Any:
    """An operation that makes no such constraint, as SQLite has none."""
    if isinstance(operation, ops.CreateTableOp):
        operation.columns = [each for each in operation.columns if not _is_ours(each)]
    return operation


@renderers.dispatch_for(ForbidOverlap)
def _render_forbid(written: AutogenContext, operation: ForbidOverlap) -> str:
    written.imports.add(_IMPORT)
    said = operation.said
    per = f", per={[*said.per]!r}" if said.per else ""
    where = f", where={said.where!r}" if said.where else ""
    return f"forbid_overlap({said.name!r}, {said.table!r}, {said.period!r}{per}{where})"


@renderers.dispatch_for(AllowOverlap)
def _render_allow(written: AutogenContext, operation: AllowOverlap) -> str:
    written.imports.add(_IMPORT)
    return f"allow_overlap({operation.said.name!r}, {operation.said.table!r})"


def _of_models(tables: Iterable[Table[Any]]) -> Iterator[Forbidden]:
    for table in tables:
        for constraint in table.constraints:
            if isinstance(constraint, ExcludeConstraint) and (said := _said(constraint)):
                yield said


def _of_database(connection: Connection) -> Iterator[Forbidden]:
    rows = connection.execute(_STANDING) if connection.dialect.name == "postgresql" else ()
    for name, table, definition in rows:
        if said := _parsed(name, table, definition):
            yield said


def _said(constraint: ExcludeConstraint) -> Forbidden | None:
    dialect = make_url("postgresql+asyncpg://").get_dialect()()
    compiler = dialect.ddl_compiler(dialect, cast("Any", None))
    name = compiler.preparer.format_constraint(constraint, _alembic_quote=False)
    return _parsed(str(name), constraint.table.name, compiler.process(constraint))


def _is_ours(item: object) -> bool:
    return isinstance(item, ExcludeConstraint) and _said(item) is not None


def _parsed(name: str, table: str, definition: str) -> Forbidden | None:
    """A constraint as `forbid_overlap` is told it, unless that made it not."""
    found = _SHAPE.fullmatch(definition)
    if not found:
        return None
    per = tuple(re.findall(r"(\w+)\"? WITH =", found["per"]))
    return Forbidden(name, table, found["period"], per, found["where"])
