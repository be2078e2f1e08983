"""Migrations that somebody branched, edited, wrote or took away are built on, or refused."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest

from .standing import PAGE, Standing, environment

Run = Callable[..., CompletedProcess[str]]
Files = Callable[[], dict[str, bytes]]

BORN = PAGE.replace("{name: str 1..80}", "{name: str 1..80, born: date?}")
DIED = BORN.replace("born: date?", "born: date?, died: date?")
FLAGS = ("--yes", "--no-prove", "--accept-breaking")
BY_HAND = '''\
"""Give who has none a date of birth."""

from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """Bring the database here from the revision before."""
    op.execute("UPDATE authors SET born = '1900-01-01' WHERE born IS NULL")


def downgrade() -> None:
    """Take the database back to the revision before."""
'''


@pytest.fixture(scope="module")
def twice_built(run_in: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two migrations."""
    root = tmp_path_factory.mktemp("built")
    for page in (PAGE, BORN):
        (root / "blueprint.yaml").write_text(page)
        run = run_in(root, "build", *FLAGS)
        assert run.returncode == 0, run.stderr
    return root


@pytest.fixture
def versions(twice_built: Path, tmp_path: Path) -> Path:
    """The migrations of a copy of it, whose page asks for another column."""
    copytree(twice_built, tmp_path, dirs_exist_ok=True)
    (tmp_path / "blueprint.yaml").write_text(DIED)
    return tmp_path / "migrations/versions"


@pytest.fixture
def refusal(apiwright: Run, files: Files) -> Callable[..., str]:
    """What a command is refused with, having written nothing."""

    def run(*arguments: str) -> str:
        before = files()
        ran = apiwright(*arguments)
        assert ran.returncode == 1, ran.stdout
        assert files() == before
        return ran.stderr

    return run


def write(versions: Path, revision: str, before: str) -> None:
    text = BY_HAND.format(revision=revision, before=before)
    (versions / f"{revision}_by_hand.py").write_text(text)


def test_a_revision_of_ones_own_is_built_on(apiwright: Run, versions: Path) -> None:
    write(versions, "ae10", "0002")
    assert apiwright("build", *FLAGS).returncode == 0
    assert 'down_revision = "ae10"' in next(versions.glob("0003_*")).read_text()


def test_branches_are_refused_until_they_are_merged(
    apiwright: Run, versions: Path, refusal: Callable[..., str], tmp_path: Path
) -> None:
    write(versions, "ae10", "0001")
    said = refusal("build", *FLAGS)
    assert "2 ends: `0002` (0002_alter_authors.py), `ae10` (ae10_by_hand.py)" in said
    assert "alembic merge heads" in said
    (tmp_path / "blueprint.yaml").write_text(BORN)
    assert "2 ends" in refusal("undo", *FLAGS, "--drop", "authors.born")
    environment(tmp_path, f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    Standing(tmp_path, "").run("alembic", "merge", "heads", "-m", "merge branches")
    (tmp_path / "blueprint.yaml").write_text(DIED)
    assert apiwright("build", *FLAGS).returncode == 0


def test_two_branches_that_both_built_a_second_one_are_refused(
    versions: Path, refusal: Callable[..., str]
) -> None:
    write(versions, "0002", "0001")
    said = refusal("build", *FLAGS)
    assert "called `0002`: `0002_alter_authors.py` and `0002_by_hand.py`" in said


def test_a_last_migration_that_is_gone_is_refused(
    versions: Path, refusal: Callable[..., str]
) -> None:
    (versions / "0002_alter_authors.py").unlink()
    said = refusal("build", *FLAGS)
    assert "plan 2 brought last is gone: `0002_alter_authors.py`" in said
    assert "git checkout -- migrations/versions/0002_alter_authors.py" in said


def test_one_that_took_the_place_of_others_under_the_last_name_is_built_on(
    apiwright: Run, versions: Path
) -> None:
    """Databases that stand at its name know it, and new ones get all at once."""
    whole = "".join(path.read_text() for path in sorted(versions.glob("*.py")))
    assert "born" in whole
    for path in versions.glob("*.py"):
        path.unlink()
    write(versions, "0002", "0001")
    squashed = versions / "0002_by_hand.py"
    squashed.write_text(squashed.read_text().replace('"0001"', "None"))
    assert apiwright("build", *FLAGS).returncode == 0
    assert 'down_revision = "0002"' in next(versions.glob("0003_*")).read_text()


def test_a_first_migration_that_is_gone_is_refused(
    versions: Path, refusal: Callable[..., str]
) -> None:
    (versions / "0001_create_shop.py").unlink()
    assert "A migration follows `0001`, which is not there." in refusal("build", *FLAGS)


@pytest.mark.parametrize("command", ["plan", "build"])
def test_a_migration_that_is_no_python_is_refused(
    versions: Path, refusal: Callable[..., str], command: str
) -> None:
    (versions / "0001_create_shop.py").write_text("def")
    said = refusal(command)
    assert "A migration is not Python." in said
    assert "migrations/versions/0001_create_shop.py" in said


def test_an_edited_migration_does_not_go_with_an_undo(
    apiwright: Run, versions: Path, refusal: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "blueprint.yaml").write_text(BORN)
    edited = versions / "0002_alter_authors.py"
    edited.write_text(f"{edited.read_text()}    # by hand\n")
    undo = ("undo", *FLAGS, "--drop", "authors.born")
    said = refusal(*undo)
    assert "A migration that would go was edited since it was built." in said
    assert "--forward" in said
    assert apiwright(*undo, "--forward").returncode == 0
    assert edited.read_text().endswith("# by hand\n")
    assert 'down_revision = "0002"' in next(versions.glob("0003_*")).read_text()


def test_under_a_revision_of_ones_own_an_undo_goes_forward(
    apiwright: Run, versions: Path, tmp_path: Path
) -> None:
    (tmp_path / "blueprint.yaml").write_text(BORN)
    write(versions, "ae10", "0002")
    assert apiwright("undo", *FLAGS, "--drop", "authors.born").returncode == 0
    assert (versions / "0002_alter_authors.py").exists()
    assert 'down_revision = "ae10"' in next(versions.glob("0003_*")).read_text()


def test_what_was_undone_and_done_again_can_be_built_on(
    apiwright: Run, versions: Path, tmp_path: Path
) -> None:
    (tmp_path / "blueprint.yaml").write_text(BORN)
    assert apiwright("undo", *FLAGS, "--drop", "authors.born").returncode == 0
    assert not (versions / "0002_alter_authors.py").exists()
    (tmp_path / "blueprint.yaml").write_text(DIED)
    assert apiwright("build", *FLAGS).returncode == 0
    assert [path.name for path in sorted(versions.glob("0002*"))]


@pytest.mark.slow
def test_an_edited_migration_that_no_longer_brings_the_tables_is_found_before_anything_is_written(
    versions: Path, refusal: Callable[..., str], tmp_path: Path
) -> None:
    environment(tmp_path, f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    edited = versions / "0002_alter_authors.py"
    edited.write_text(edited.read_text().replace('"born"', '"bron"'))
    assert "does not hold together with your edits: migrations." in refusal("build", "--yes")
