"""A plan that was applied can be undone, whatever came after it."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
Files = Callable[[], dict[str, bytes]]

FIRST = """\
backend: Shop
resources:
  Author:
    fields:
      name: str 1..120
      born: date?
    access: {read: anyone, write: anyone}
"""
SECOND = FIRST.replace("born: date?", "born: date?\n      died: date?")
THIRD = SECOND + "  Book: {fields: {title: str}, access: {read: anyone, write: anyone}}\n"
MODELS = "shop/authors/models.py"
DIED = ("--drop", "authors.died")
OF_THIS_MACHINE = (".env", "history")


@pytest.fixture
def build(apiwright: Run, tmp_path: Path) -> Callable[[str], None]:
    """Writes a page and builds it."""

    def run(page: str) -> None:
        (tmp_path / "blueprint.yaml").write_text(page)
        done = apiwright("build", "--yes", "--no-prove", "--accept-breaking")
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture
def undo(apiwright: Run) -> Callable[..., CompletedProcess[str]]:
    flags = ("--yes", "--no-prove", "--accept-breaking")
    return lambda *arguments: apiwright("undo", *flags, *arguments)


@pytest.fixture
def project(files: Files) -> Files:
    """What stands, without what belongs to the machine and the records."""
    return lambda: {
        path: content
        for path, content in files().items()
        if path.partition("/")[0] not in OF_THIS_MACHINE
    }


def test_undoing_a_build_leaves_every_byte_as_it_was(
    build: Callable[[str], None], undo: Run, project: Files
) -> None:
    build(FIRST)
    before = project()
    build(SECOND)
    assert "`authors.died` is lost" in undo().stderr
    assert undo(*DIED).returncode == 0
    assert project() == before


def test_undoing_a_first_build_leaves_only_the_page(
    build: Callable[[str], None], undo: Run, project: Files
) -> None:
    build(FIRST)
    assert undo("--drop", "authors").returncode == 0
    assert project() == {"blueprint.yaml": FIRST.encode()}


def test_what_was_edited_since_stays(
    build: Callable[[str], None], undo: Run, tmp_path: Path
) -> None:
    build(FIRST)
    build(SECOND)
    models = tmp_path / MODELS
    models.write_text(f"{models.read_text()}\n    def age(self) -> int:\n        return 1\n")
    undo(*DIED)
    assert "died" not in models.read_text()
    assert models.read_text().endswith("def age(self) -> int:\n        return 1\n")


def test_an_undo_can_be_undone(
    build: Callable[[str], None], undo: Run, project: Files, apiwright: Run
) -> None:
    build(FIRST)
    build(SECOND)
    before = project()
    undo(*DIED)
    undo()
    assert project() == before
    assert "undo-3" in apiwright("history").stdout


def test_an_earlier_plan_is_undone_under_those_that_came_after(
    build: Callable[[str], None], undo: Run, project: Files, tmp_path: Path
) -> None:
    build(FIRST)
    build(SECOND)
    build(THIRD)
    assert undo("2", *DIED).returncode == 0
    assert (tmp_path / "blueprint.yaml").read_text() == THIRD.replace("\n      died: date?", "")
    assert "died" not in (tmp_path / MODELS).read_text()
    assert (tmp_path / "shop/books/models.py").exists()
    revisions = sorted(path for path in project() if path.startswith("migrations/versions"))
    assert len(revisions) == 4
    assert "drop_column" in (tmp_path / revisions[-1]).read_text()


def test_a_plan_that_others_need_is_not_undone(
    build: Callable[[str], None], undo: Run, files: Files
) -> None:
    build(FIRST)
    build(SECOND)
    build(SECOND.replace("died: date?", "died: date? = 2000-01-01"))
    before = files()
    run = undo("2")
    assert run.returncode == 1
    assert "blueprint.yaml:" in run.stderr
    assert files() == before


def test_a_page_with_changes_that_were_not_built_is_not_undone(
    build: Callable[[str], None], undo: Run, tmp_path: Path
) -> None:
    build(FIRST)
    (tmp_path / "blueprint.yaml").write_text(SECOND)
    run = undo()
    assert run.returncode == 1
    assert "changes that were not built" in run.stderr


@pytest.mark.parametrize(
    ("number", "words"), [("1", "others were built on it"), ("9", "no record 9")]
)
def test_what_cannot_be_undone_is_said(
    build: Callable[[str], None], undo: Run, number: str, words: str
) -> None:
    build(FIRST)
    build(SECOND)
    run = undo(number)
    assert run.returncode == 1
    assert words in run.stderr


def test_nothing_is_undone_where_nothing_was_built(undo: Run, tmp_path: Path) -> None:
    (tmp_path / "blueprint.yaml").write_text(FIRST)
    assert "nothing to undo" in undo().stderr


def test_a_migration_that_may_have_run_elsewhere_goes_back_by_another(
    build: Callable[[str], None], undo: Run, project: Files
) -> None:
    build(FIRST)
    build(SECOND)
    assert undo("--forward", *DIED).returncode == 0
    revisions = [path for path in project() if path.startswith("migrations/versions")]
    assert len(revisions) == 3


@pytest.mark.parametrize("forward", [(), ("--forward",)])
def test_what_was_renamed_gets_its_name_back_and_loses_nothing(
    build: Callable[[str], None], undo: Run, tmp_path: Path, forward: tuple[str, ...]
) -> None:
    build(FIRST)
    build(FIRST.replace("born: date?", "birthday: date?, was born"))
    run = undo(*forward)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "blueprint.yaml").read_text() == FIRST
    assert "Lost" not in run.stdout
