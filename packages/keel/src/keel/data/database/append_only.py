"""Tables to which rows are added, and in which none is changed: the database itself refuses."""

_SQLITE = """\
CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

_FUNCTION = """\
CREATE OR REPLACE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'insufficient_privilege'; END $$"""

_POSTGRES = """\
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"""


def statements(table: str, dialect: str) -> list[str]:
    """The statements that protect a new table, in the words of `sqlite` or `postgresql`."""
    if dialect == "sqlite":
        return [_SQLITE.format(table=table, deed=deed) for deed in ("update", "delete")]
    return [_FUNCTION.format(table=table), _POSTGRES.format(table=table)]
