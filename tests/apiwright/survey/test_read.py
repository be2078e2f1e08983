"""A survey sees a project's own files, and only those."""

from pathlib import Path, PurePosixPath

import pytest
from apiwright.refusal import Refusal
from apiwright.survey.history import write_record
from apiwright.survey.read import LARGEST_FILE_BYTES, read_survey
from apiwright.survey.survey import Applied


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_files_are_read_wherever_they_stand(tmp_path: Path) -> None:
    write(tmp_path, "main.py", "shop/books/models.py", ".gitignore", ".github/workflows/ci.yml")
    survey = read_survey(tmp_path)
    assert {str(path): content.decode() for path, content in survey.files.items()} == {
        path: path
        for path in ("main.py", "shop/books/models.py", ".gitignore", ".github/workflows/ci.yml")
    }


def test_environments_repositories_and_caches_are_not_the_projects_own(tmp_path: Path) -> None:
    write(tmp_path, ".venv/x.py", ".git/config", "shop/__pycache__/x.pyc", ".ruff_cache/x")
    assert not read_survey(tmp_path).files


def test_links_and_large_files_are_seen_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "away").symlink_to("/")
    (tmp_path / "broken").symlink_to("nowhere")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    survey = read_survey(tmp_path)
    assert not survey.files
    assert {str(path) for path in survey.opaque} == {"away", "broken", "large"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    survey = read_survey(tmp_path / "new")
    assert not survey.files
    assert survey.last is None


def test_a_file_is_no_project(tmp_path: Path) -> None:
    write(tmp_path, "shop")
    with pytest.raises(Refusal, match="is a file"):
        read_survey(tmp_path / "shop")


def test_a_broken_record_is_named(tmp_path: Path) -> None:
    write(tmp_path, "history/0001-first-build.json")
    with pytest.raises(Refusal) as refused:
        read_survey(tmp_path)
    assert refused.value.reasons[0].at == str(PurePosixPath("history/0001-first-build.json"))


def record(number: int, slug: str) -> bytes:
    return write_record(Applied(number, slug, "", "", "", {}))


def test_branches_that_were_built_apart_and_merged_are_told(tmp_path: Path) -> None:
    write(tmp_path, "history/x")
    for slug in ("books", "reviews"):
        (tmp_path / f"history/0002-{slug}.json").write_bytes(record(2, slug))
    with pytest.raises(Refusal, match="`0002-books` and `0002-reviews`"):
        read_survey(tmp_path)


@pytest.mark.parametrize(
    "place", ["history", "migrations", "migrations/versions", "history/1.json"]
)
def test_what_was_built_before_is_not_read_through_a_link(tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).symlink_to(tmp_path)
    with pytest.raises(Refusal, match="must read"):
        read_survey(tmp_path)
