"""Writing is all or nothing."""

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.apply import apply
from apiwright.build.staging import STAGING, heal, staging
from apiwright.plan.plan import Edit
from apiwright.refusal import Refusal
from hypothesis import given
from hypothesis import strategies as st

names = st.sampled_from(["a", "b", "c/d", "c/e", "c/f/g"])
trees = st.dictionaries(names, st.binary(max_size=20), max_size=5)


def edit(path: str, before: bytes | None, after: bytes | None) -> Edit:
    return Edit(PurePosixPath(path), before, after)


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def plant(root: Path, files: dict[str, bytes]) -> None:
    apply(root, [edit(path, None, content) for path, content in files.items()])


def between(before: dict[str, bytes], after: dict[str, bytes]) -> list[Edit]:
    paths = sorted(before.keys() | after.keys())
    return [edit(path, before.get(path), after.get(path)) for path in paths]


def inverse(edits: list[Edit]) -> list[Edit]:
    return [Edit(change.path, change.after, change.before) for change in edits]


@given(trees, trees)
def test_a_plan_and_then_its_inverse_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    root = tmp_path_factory.mktemp("project")
    plant(root, before)
    edits = between(before, after)
    apply(root, edits)
    assert tree(root) == after
    apply(root, inverse(edits))
    assert tree(root) == before


def test_a_new_project_appears_with_all_its_files(tmp_path: Path) -> None:
    plant(tmp_path / "shop", {"main.py": b"x", "tests/test_x.py": b"y"})
    assert tree(tmp_path) == {"shop/main.py": b"x", "shop/tests/test_x.py": b"y"}


def test_no_staging_is_left_behind(tmp_path: Path) -> None:
    plant(tmp_path / "shop", {"a": b""})
    plant(tmp_path / "shop", {"b": b""})
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert sorted(path.name for path in (tmp_path / "shop").iterdir()) == ["a", "b"]


def test_a_folder_goes_with_its_last_file(tmp_path: Path) -> None:
    plant(tmp_path, {"books/models.py": b"x", "main.py": b"y"})
    apply(tmp_path, [edit("books/models.py", b"x", None)])
    assert not (tmp_path / "books").exists()


def test_secrets_are_for_their_owner_only(tmp_path: Path) -> None:
    plant(tmp_path, {".env": b"SECRET_KEY=x", "main.py": b""})
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "main.py").stat().st_mode & 0o044 == 0o044


def test_a_changed_file_keeps_its_permissions(tmp_path: Path) -> None:
    plant(tmp_path, {"run": b"x"})
    (tmp_path / "run").chmod(0o755)
    apply(tmp_path, [edit("run", b"x", b"y")])
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o755


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    plant(tmp_path, {"a": b"x"})
    (tmp_path / "a").chmod(0o444)
    with pytest.raises(Refusal, match="read-only"):
        apply(tmp_path, [edit("b", None, b"new"), edit("a", b"x", b"y")])
    assert tree(tmp_path) == {"a": b"x"}


@pytest.mark.parametrize("stands", [None, b"edited"])
def test_a_project_that_moved_since_the_plan_is_left_alone(
    tmp_path: Path, stands: bytes | None
) -> None:
    plant(tmp_path, {"a": stands} if stands else {})
    before = tree(tmp_path)
    with pytest.raises(Refusal, match="changed since the plan"):
        apply(tmp_path, [edit("b", None, b"new"), edit("a", b"planned", b"new")])
    assert tree(tmp_path) == before


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "shop", tmp_path / "outside"
    plant(root, {"a": b""})
    outside.mkdir()
    (root / "books").symlink_to(outside)
    (root / "main.py").symlink_to(outside / "main.py")
    for path in ("books/models.py", "main.py"):
        with pytest.raises(Refusal, match="link"):
            apply(root, [edit(path, None, b"x")])
    assert not tree(outside)


@pytest.mark.parametrize(("stands", "wanted"), [("books", "books/models.py"), ("a/b", "a")])
def test_a_file_and_a_folder_cannot_share_a_place(tmp_path: Path, stands: str, wanted: str) -> None:
    plant(tmp_path, {stands: b""})
    with pytest.raises(Refusal, match="same place"):
        apply(tmp_path, [edit(wanted, None, b"x")])
    assert tree(tmp_path) == {stands: b""}


APPLY = """
import os, signal, resource, sys
from pathlib import Path, PurePosixPath
from apiwright.build.apply import apply
from apiwright.build.staging import STAGING, heal, staging
from apiwright.plan.plan import Edit
from apiwright.refusal import Refusal

edits = [Edit(PurePosixPath("a"), b"x", b"y"), Edit(PurePosixPath("n/b"), None, b"z" * 5000)]
exec(sys.argv[2])
try:
    apply(Path(sys.argv[1]), edits)
except Refusal as refusal:
    sys.exit(f"{refusal} {refusal.reasons[0].why}")
"""
SMALL_DISK = "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
STRANGER = "os.getuid() or os.setuid(65534)"


@pytest.mark.parametrize(
    ("hardship", "words"), [(SMALL_DISK, "larger than"), (STRANGER, "no permission")]
)
def test_what_cannot_be_written_whole_is_not_begun(
    tmp_path: Path, hardship: str, words: str
) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    root = tmp_path / "shop"
    plant(root, {"a": b"x"})
    root.chmod(0o555 if hardship is STRANGER else 0o755)
    run = subprocess.run(
        [sys.executable, "-c", APPLY, str(root), hardship],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert words in run.stderr
    assert [path.name for path in root.iterdir()] == ["a"]
    assert tree(root) == {"a": b"x"}


STOPPED = """
stops = iter([*[False] * {move}, True])
def stop(event, arguments):
    if event in ("os.rename", "os.remove") and next(stops, False):
        os.kill(os.getpid(), signal.{signal})
edits.append(Edit(PurePosixPath("o/c"), b"w", None))
sys.addaudithook(stop)
"""


def stop(root: Path, move: int, signal: str) -> None:
    """Applies a plan until its process is to move the next file, and ends it there."""
    hardship = STOPPED.format(move=move, signal=signal)
    run = subprocess.run([sys.executable, "-c", APPLY, str(root), hardship], check=False)
    assert run.returncode


@pytest.mark.parametrize("move", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("signal", ["SIGKILL", "SIGINT"])
def test_a_build_that_was_cut_off_is_taken_back(tmp_path: Path, move: int, signal: str) -> None:
    before = {"a": b"x", "o/c": b"w"}
    plant(tmp_path, before)
    stop(tmp_path, move, signal)
    assert heal(tmp_path) is (signal == "SIGKILL")
    assert tree(tmp_path) == before
    assert not (tmp_path / "n").exists()


def test_an_edit_made_after_a_build_was_cut_off_stays(tmp_path: Path) -> None:
    plant(tmp_path, {"a": b"x", "o/c": b"w"})
    stop(tmp_path, 3, "SIGKILL")
    assert (tmp_path / "a").read_bytes() == b"y"
    (tmp_path / "a").write_bytes(b"mine")
    heal(tmp_path)
    assert tree(tmp_path) == {"a": b"mine", "o/c": b"w"}


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    with staging(tmp_path), pytest.raises(Refusal, match="Another build is writing"):
        plant(tmp_path, {"a": b""})
    plant(tmp_path, {"a": b""})
    assert not (tmp_path / STAGING).exists()


def test_what_moved_before_a_failure_is_moved_back(tmp_path: Path) -> None:
    plant(tmp_path, {"a": b"x", "z/b": b"y"})
    # A plan that names a file twice cannot be moved in: its second half finds nothing staged.
    twice = [edit("a", b"x", b"new"), edit("n/c", None, b"new"), edit("z/b", b"y", None)] * 2
    with pytest.raises(Refusal, match="cannot be written"):
        apply(tmp_path, twice)
    assert tree(tmp_path) == {"a": b"x", "z/b": b"y"}
    assert not (tmp_path / "n").exists()
