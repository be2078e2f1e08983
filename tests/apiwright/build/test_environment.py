"""A built project gets an environment of its own, or a clear reason why not."""

from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.apply import apply
from apiwright.build.environment import install, write_secrets
from apiwright.plan.plan import Edit
from apiwright.refusal import Refusal
from apiwright.survey.interpreter import variables

PROJECT = b'[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = [%s]\n'


def plant(root: Path, dependency: bytes) -> None:
    pyproject = PROJECT % dependency + b"[tool.uv]\npackage = false\n"
    apply(root, [Edit(PurePosixPath("pyproject.toml"), None, pyproject)])


def test_what_cannot_be_installed_is_told_in_the_installers_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_OFFLINE", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "shop"
    plant(root, b'"fastapi"')
    with pytest.raises(Refusal) as refused:
        install(root)
    [reason] = refused.value.reasons
    assert "`uv lock` failed" in reason.what
    assert "fastapi" in reason.why


def test_an_environment_is_made_beside_the_project(tmp_path: Path) -> None:
    plant(tmp_path, b"")
    install(tmp_path)
    assert (tmp_path / "uv.lock").exists()
    assert (tmp_path / ".venv/pyvenv.cfg").exists()


def test_secrets_are_long_and_never_the_same(tmp_path: Path) -> None:
    keys: list[str] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_secrets(tmp_path / name)
        keys.append((tmp_path / name / ".env").read_text().partition("SECRET_KEY=")[2].strip())
    assert min(map(len, keys)) >= 64
    assert keys[0] != keys[1]


def test_tools_of_a_project_see_its_environment_and_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/ours")
    monkeypatch.setenv("PYTEST_ADDOPTS", "--ours")
    seen = variables(tmp_path, DATABASE_URL="sqlite://")
    assert seen["VIRTUAL_ENV"] == str(tmp_path / ".venv")
    assert seen["PATH"].startswith(str(tmp_path / ".venv"))
    assert seen["DATABASE_URL"] == "sqlite://"
    assert "PYTHONPATH" not in seen
    assert "PYTEST_ADDOPTS" not in seen
