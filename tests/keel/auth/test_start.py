"""What an app loads: little when it is imported, all it needs when it starts, then nothing."""

import os
import subprocess
import sys
from pathlib import Path

from people import KEY

EXEMPLAR = Path(__file__).parents[3] / "exemplar"
IMPORT = "import sys, exemplar.main; print(*sys.modules)"
SERVE = """
import sys
from exemplar.main import app
from fastapi.testclient import TestClient

with TestClient(app) as client:
    client.get("/nothing")  # the test's client loads things for its own first request
    loaded = set(sys.modules)
    assert client.get("/health/ready").status_code == 503  # no tables
    assert client.get("/users/me", headers={"Authorization": "Bearer a.b.c"}).status_code == 401
    assert client.post("/auth/refresh", json={"refresh_token": "a"}).status_code == 401
    assert client.get("/notes?limit=many").status_code == 401
    print(*(set(sys.modules) - loaded))
"""


def modules_after(code: str) -> set[str]:
    """The names that a fresh process prints, with the exemplar at hand."""
    env = {"DATABASE_URL": "sqlite://", "SECRET_KEY": KEY, "PYTHONPATH": str(EXEMPLAR)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | env, capture_output=True, check=True
    )
    return set(done.stdout.decode().split())


def test_who_only_imports_an_app_waits_for_nothing_that_it_needs_to_run() -> None:
    late = {"joserfc", "cryptography", "aiosqlite", "sqlalchemy.dialects.postgresql"}
    assert late & modules_after(IMPORT) == set()


def test_no_request_waits_for_an_import() -> None:
    assert modules_after(SERVE) == set()
