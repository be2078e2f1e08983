"""The locks that Postgres takes on tables that stand, and how long it holds them.

Source: PostgreSQL 18, chapter 13.3 (explicit locking) and the notes on `ALTER TABLE`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BESIDE = "SHARE UPDATE EXCLUSIVE"
"""What stops neither readers nor writers."""
_FACTS = (
    (r"CREATE (?:UNIQUE )?INDEX CONCURRENTLY .* ON (\w+)", _BESIDE, "reads all rows twice"),
    (r"CREATE (?:UNIQUE )?INDEX .* ON (\w+)", "SHARE", "reads all rows"),
    (r"DROP INDEX CONCURRENTLY IF EXISTS (\w+)", _BESIDE, "brief"),
    (r"ALTER INDEX (\w+) RENAME", _BESIDE, "brief"),
    (r"DO \$\$ .* FROM (\w+)", "ACCESS SHARE", "reads all rows"),
    (r"DELETE FROM (\w+)", "ROW EXCLUSIVE", "reads all rows"),
    (r"UPDATE (\w+)", "ROW EXCLUSIVE", "reads all rows and writes those that it is for"),
    (r"DROP TABLE (\w+)", "ACCESS EXCLUSIVE", "brief"),
    (r"ALTER TABLE (\w+) VALIDATE", _BESIDE, "reads all rows"),
    (r"ALTER TABLE (\w+) .*FOREIGN KEY .* NOT VALID", "ACCESS EXCLUSIVE", "brief"),
    (r"ALTER TABLE (\w+) ADD .*FOREIGN KEY", "SHARE ROW EXCLUSIVE", "reads all rows"),
    (r"ALTER TABLE (\w+) .*(?:NOT VALID|USING INDEX)", "ACCESS EXCLUSIVE", "brief"),
    (r"ALTER TABLE (\w+) ADD CONSTRAINT", "ACCESS EXCLUSIVE", "reads all rows"),
    (r"ALTER TABLE (\w+) .* SET NOT NULL", "ACCESS EXCLUSIVE", "brief, for a valid check says so"),
    (r"ALTER TABLE (\w+) .* TYPE ", "ACCESS EXCLUSIVE", "writes all rows unless a text grows"),
    (r"ALTER TABLE (\w+)", "ACCESS EXCLUSIVE", "brief"),
)
_NOTE = (
    "-- Postgres holds each of these locks until the next COMMIT; what stands between a COMMIT\n"
    "-- and the next BEGIN, only until it is done.\n\n"
)
_REFERENCES = re.compile(r"REFERENCES (\w+)")
_CREATED = re.compile(r"CREATE TABLE (\w+)")
_TRAILING_SPACE = re.compile(r" +$", re.MULTILINE)
_NOTHING_BETWEEN = re.compile(r"BEGIN;\s+COMMIT;\s+")
_END = ";\n\n"


def with_locks(sql: str) -> str:
    """Put above each statement the locks that it takes on tables that `sql` does not create."""
    created = {*_CREATED.findall(sql)}
    bare = _NOTHING_BETWEEN.sub("", _TRAILING_SPACE.sub("", sql.strip() + "\n"))
    statements = bare.strip().removesuffix(";").split(_END)
    locks = ["".join(_locks(statement, created)) for statement in statements]
    said = (lock + statement for lock, statement in zip(locks, statements, strict=True))
    return (_NOTE if any(locks) else "") + _END.join(said) + ";\n"


def _locks(statement: str, created: set[str]) -> Iterator[str]:
    facts = ((re.match(pattern, statement), *fact) for pattern, *fact in _FACTS)
    table, lock, work = next(((f[1], lock, work) for f, lock, work in facts if f), ("", "", ""))
    if table and table not in created:
        yield f"-- {lock} on {table}, {work}\n"
    for target in sorted({*_REFERENCES.findall(statement)} - created - {table}):
        yield f"-- SHARE ROW EXCLUSIVE on {target}, as long\n"
