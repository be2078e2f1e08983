"""Whether time tells who has an account: `python bench/enumeration.py [SAMPLES]`.

Asks a served backend for known, unknown and disabled accounts by turns, and says how well the time
of an answer tells them apart: the area under the ROC curve is 0.5 where it does not at all.
"""

import http.client
import json
import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from measure import say

EXEMPLAR = Path(__file__).resolve().parents[1] / "exemplar"
PASSWORD = "seven-quiet-otters-rowing"  # noqa: S105 - of accounts that live as long as this runs
FARTHEST = 0.15
KINDS = ("unknown", "known", "disabled")
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def said_at(path: str, email: str) -> tuple[str, str]:
    """The body of a request about an e-mail, and its type."""
    if path == "/auth/sign-in":
        return urlencode({"username": email, "password": "a wrong password of mine"}), FORM
    more = {"password": PASSWORD} if path == "/users/sign-up" else {}
    return json.dumps({"email": email, **more}), JSON


@contextmanager
def served(folder: str) -> Iterator[int]:
    """The exemplar with a known and a disabled account, served at a port."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db",
        "ENVIRONMENT": "test",
        "LOG_LEVEL": "error",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "TRUSTED_PROXIES": "127.0.0.1",
    }

    def run(*command: str, typed: str = "") -> None:
        subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "-m", *command],
            cwd=EXEMPLAR,
            env=environment,
            input=typed.encode(),
            check=True,
            capture_output=True,
        )

    run("alembic", "upgrade", "head")
    app = ("--app", "exemplar.main:app", "--create")
    for kind in ("known", "disabled"):
        run(
            "keel.auth.grant",
            f"{kind}@example.com",
            "member",
            *app,
            typed=f"{PASSWORD}\n{PASSWORD}\n",
        )
    with sqlite3.connect(f"{folder}/bench.db") as database:
        database.execute("UPDATE users SET is_active = false WHERE email LIKE 'disabled%'")
    command = ["uvicorn", "exemplar.main:app", "--port", str(port), "--log-level", "warning"]
    server = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", *command], cwd=EXEMPLAR, env=environment
    )
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def times_of(port: int, path: str, samples: int) -> dict[str, list[float]]:
    """Seconds of each answer, by the kind of account; kinds take turns under one load."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    answers: set[tuple[int, bytes]] = set()
    for number in range(samples + 5):
        for kind in KINDS:
            body, type_ = said_at(path, f"{kind}@example.com")
            # Each try comes from elsewhere, or the throttle would answer.
            source = f"10.{number >> 8}.{number & 255}.{KINDS.index(kind)}"
            headers = {"Content-Type": type_, "X-Forwarded-For": source}
            begun = time.perf_counter()
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            told = answer.read()
            if number >= 5:  # noqa: PLR2004 - the first warm up
                times[kind].append(time.perf_counter() - begun)
            said = {**json.loads(told), "request_id": ""} if told else {}
            answers.add((answer.status, json.dumps(said).encode()))
    if len(answers) > 1:
        sys.exit(f"{path} tells who has an account: {answers}")
    return times


def area(some: list[float], others: list[float]) -> float:
    """The chance that one of `some` takes longer than one of `others`."""
    longer = sum((a > b) + (a == b) / 2 for a in some for b in others)
    return longer / (len(some) * len(others))


def main(samples: int) -> None:
    """Measures everything."""
    with tempfile.TemporaryDirectory() as folder, served(folder) as port:
        for path in ("/auth/sign-in", "/users/sign-up", "/auth/forgot-password"):
            times = times_of(port, path, samples)
            for kind in KINDS[1:]:
                found = area(times[kind], times["unknown"])
                say(f"{path}: {kind} or unknown", abs(found - 0.5), FARTHEST, "from 0.5")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
