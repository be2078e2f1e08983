"""A demo says what stands in its way before it works for minutes."""

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_a_taken_port_is_named_with_a_way_around_it(
    apiwright: Run, files: Callable[[], object]
) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):  # then another program has taken it
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        run = apiwright("demo")
    assert run.returncode == 1
    assert run.stderr.startswith("error: Port 8000 is taken")
    assert "   at  127.0.0.1:8000\n" in run.stderr
    assert "apiwright demo --no-serve" in run.stderr
    assert not files()


def test_a_demo_that_stands_is_built_from_its_own_blueprint(
    apiwright: Run, files: Callable[[], object], tmp_path: Path
) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/blueprint.yaml").write_text("backend: 5\n")
    (tmp_path / "other.yaml").write_text("backend: 7\n")
    before = files()
    run = apiwright("demo", "--no-serve", "--from", "other.yaml")
    said, error = run.stderr.splitlines()[:2]
    assert said == "demo/blueprint.yaml stands and is built; other.yaml says other things."
    assert error.startswith("error: ")
    assert run.returncode == 1
    assert files() == before
