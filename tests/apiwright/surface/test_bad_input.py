"""Bad input gets a clear error, and nothing is half-written."""

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

PAGES = {
    "five megabytes": (b"about: " + b"x" * 5_000_000, "larger than 1,000,000 bytes"),
    "binary": (bytes(range(256)), "is not"),
    "tabs": (b"backend: Shop\nresources:\n\tBook:\n", "tab"),
    "duplicate keys": (b"backend: Shop\nbackend: Shop\n", "`backend`"),
    "anchors": (BOMB.encode(), ""),
    "unknown keys": (b"backend: Shop\nresorces: {}\n", "resorces"),
    "nothing": (b"", "empty"),
    "prose": (b"I want a shop.", ""),
}


@pytest.mark.parametrize(("page", "words"), PAGES.values(), ids=PAGES)
def test_what_is_no_blueprint_is_told_why(
    apiwright: Run, files: Callable[[], object], tmp_path: Path, page: bytes, words: str
) -> None:
    (tmp_path / "blueprint.yaml").write_bytes(page)
    before = files()
    for command in (["validate"], ["plan"], ["build", "--yes"], ["routes"]):
        run = apiwright(*command)
        assert run.returncode == 1
        assert run.stderr.startswith("error: ")
        assert words in run.stderr
        assert "blueprint.yaml:" in run.stderr
    assert files() == before


def test_a_mistake_comes_with_its_line_and_a_way_out(apiwright: Run, tmp_path: Path) -> None:
    (tmp_path / "blueprint.yaml").write_text("backend: Shop\nresorces: {}\n")
    error = apiwright("validate").stderr
    assert "   at  blueprint.yaml:2:1\n" in error
    assert "`resources`" in error


def test_a_folder_without_a_blueprint_is_told_how_to_get_one(apiwright: Run) -> None:
    for command in ("plan", "build", "routes", "validate"):
        run = apiwright(command)
        assert run.returncode == 1
        assert " help  apiwright new NAME" in run.stderr


@pytest.mark.parametrize("command", [["new", "shop"], ["demo", "--no-serve", "--into", "shop"]])
def test_a_folder_with_files_is_left_alone(
    apiwright: Run, files: Callable[[], object], tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/notes.txt").write_text("mine")
    before = files()
    run = apiwright(*command)
    assert run.returncode == 1
    assert "has files in it" in run.stderr
    assert files() == before


def test_a_file_is_no_folder(apiwright: Run, files: Callable[[], object], tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("mine")
    before = files()
    assert "is a file" in apiwright("new", "shop").stderr
    assert apiwright("plan", "--project", "shop").returncode == 1
    assert files() == before


def test_a_blueprint_with_mistakes_starts_no_project(
    apiwright: Run, files: Callable[[], object], tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("backend: 5\n")
    before = files()
    assert "bad.yaml:1:10" in apiwright("new", "shop", "--from", "bad.yaml").stderr
    assert files() == before


def test_a_name_that_is_no_text_is_told(apiwright: Run, files: Callable[[], object]) -> None:
    assert "not spelled like a backend" in apiwright("new", os.fsdecode(b"shop\xff")).stderr
    assert not files()


@pytest.mark.parametrize("name", ["a: b", "a #b", "[shop]", "5", "a\nb", "Café"])
def test_a_name_that_no_backend_can_have_is_told_as_it_is(
    apiwright: Run, files: Callable[[], object], name: str
) -> None:
    run = apiwright("new", name)
    assert run.returncode == 1
    assert "is not spelled like a backend." in run.stderr
    assert "YAML" not in run.stderr
    assert " help  apiwright new book-shop" in run.stderr
    assert not files()


def test_what_a_terminal_cannot_show_is_spelled_out(
    apiwright: Run, new_apiwright: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert apiwright("new", "shop").returncode == 0
    assert new_apiwright("plan", "--project", "shop").returncode == 2
