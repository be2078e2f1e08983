"""The rows that every contender reads: those of the built backend's own tables."""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

SERVER = "postgresql://postgres@127.0.0.1:5432"
NAME = "bench_backends"
USERS = 1_000
ROWS = 100_000
ROWS_OF_LOT = 50
EMAILS = ("reader@example.com", "writer@example.com")
PASSWORD = "seven lamps burn over the quay"  # noqa: S105 - of accounts that nobody else has

# Ids sort by age, as those of the built backend do.
_ID = "(lpad(to_hex({n}), 12, '0') || '-7000-8000-' || lpad(to_hex({n}), 12, '0'))::uuid"
_USERS = f"""
    INSERT INTO users (id, created_at, updated_at, email, password_hash, role, is_active, full_name)
    SELECT {_ID.format(n="n")}, '2026-01-01Z', '2026-01-02Z', 'u' || n || '@example.com', '-',
      'user', true, 'User ' || n
    FROM generate_series(1, $1::int) n
"""  # noqa: S608 - made of our own words
_THINGS = f"""
    INSERT INTO {{table}} (id, created_at, updated_at, owner_id, title, price, state, note{{more}})
    SELECT {_ID.format(n="n")}, '2026-02-01Z', '2026-02-02Z', u.id, 'Thing ' || n,
      (n * 7919 %% 100000) / 100.0, CASE WHEN n %% 3 = 0 THEN 'closed' ELSE 'open' END,
      CASE WHEN n %% 2 = 0 THEN 'Note ' || n END{{values}}
    FROM generate_series(1, $1::int) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM users) u
      ON u.place = n %% (SELECT count(*) FROM users)
""".replace("%%", "%")  # noqa: S608 - likewise


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who calls: one account reads, and one writes, whose rows are taken away again."""

    reader: UUID
    writer: UUID
    item: UUID


async def make(project: Path) -> str:
    """A new database with the tables of a built project; its address."""
    server = await asyncpg.connect(f"{SERVER}/postgres")
    await server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    await server.execute(f"CREATE DATABASE {NAME}")
    await server.close()
    url = f"{SERVER}/{NAME}"
    subprocess.run(  # noqa: ASYNC221 - nothing else runs yet
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=project,
        env={**os.environ, "DATABASE_URL": url, "SECRET_KEY": "x" * 64, "ENVIRONMENT": "test"},
        check=True,
        capture_output=True,
    )
    return url


def enrol(project: Path, url: str, email: str) -> None:
    """Make an account of the weakest role in a built project."""
    app = ("--app", f"{project.name}.main:app")
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "keel.auth.grant", email, "user", "--create", *app],
        cwd=project,
        env={**os.environ, "DATABASE_URL": url, "SECRET_KEY": "x" * 64, "ENVIRONMENT": "test"},
        input=f"{PASSWORD}\n{PASSWORD}\n".encode(),
        check=True,
        capture_output=True,
    )


async def fill(url: str, rows: int = ROWS) -> Accounts:
    """Rows, beside the accounts that have signed up."""
    connection = await asyncpg.connect(url)
    await connection.execute(_USERS, USERS)
    items = _THINGS.format(table="items", more="", values="")
    offers = _THINGS.format(table="offers", more=", lot", values=f", n / {ROWS_OF_LOT}")
    await connection.execute(items, rows)
    await connection.execute(offers, rows)
    await connection.execute("VACUUM ANALYZE")
    ids = [await connection.fetchval("SELECT id FROM users WHERE email = $1", e) for e in EMAILS]
    item = await connection.fetchval("SELECT id FROM items WHERE owner_id = $1 LIMIT 1", ids[0])
    await connection.close()
    return Accounts(*ids, item)


async def forget_written(url: str, accounts: Accounts) -> None:
    """Take away what the writer has made."""
    connection = await asyncpg.connect(url)
    await connection.execute("DELETE FROM items WHERE owner_id = $1", accounts.writer)
    await connection.execute("VACUUM ANALYZE items")
    await connection.close()


def token(key: str, account: UUID) -> str:
    """A token of the peers: HS256, good for a day."""
    now = int(time.time())
    claims: dict[str, Any] = {"sub": str(account), "iat": now, "exp": now + 86_400}
    parts = [
        _encoded(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims)
    ]
    signed = ".".join(parts)
    return f"{signed}.{_encoded(hmac.digest(key.encode(), signed.encode(), hashlib.sha256))}"


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
