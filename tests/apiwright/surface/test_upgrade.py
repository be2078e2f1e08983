"""A project that an earlier apiwright built becomes what this one builds, and keeps its edits."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.apiwright.generations import GENERATIONS, unpack

Run = Callable[..., CompletedProcess[str]]
BUILD = ("build", "--yes", "--no-prove", "--accept-breaking")
NEW_COLUMNS = "auth_sessions   +user_agent, +address"
ISSUES = "tracker/issues/service.py"
README = "README.md"


@pytest.fixture(params=GENERATIONS, ids=lambda path: path.parent.name)
def tracker(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A tracker that was built before, with what its owner changed in it."""
    root = unpack(request.param, tmp_path)
    _edit(root / ISSUES, "override a method to add a rule.", "the rules are in our handbook.")
    _edit(root / README, "# Tracker\n", "# Tracker\n\nAsk the desk before you deploy.\n")
    return root


def _edit(file: Path, old: str, new: str) -> None:
    written = file.read_text()
    assert written.count(old) == 1
    file.write_text(written.replace(old, new))


def test_it_is_brought_to_what_is_built_now_by_a_plan_like_any_other(
    run_in: Run, tracker: Path
) -> None:
    page = (tracker / "blueprint.yaml").read_bytes()
    plan = run_in(tracker, "plan", "--no-look")
    assert plan.returncode == 2
    assert NEW_COLUMNS in plan.stdout
    assert "generation 1 → " in plan.stdout
    refused = run_in(tracker, "build", "--yes", "--no-prove")
    assert refused.returncode == 1
    assert "`DELETE /users/me` is gone" in refused.stderr
    build = run_in(tracker, *BUILD)
    assert build.returncode == 0, build.stderr
    assert "the rules are in our handbook." in (tracker / ISSUES).read_text()
    assert "Ask the desk before you deploy." in (tracker / README).read_text()
    assert (tracker / "blueprint.yaml").read_bytes() == page
    assert run_in(tracker, "plan", "--no-look").stdout.startswith("Nothing to do")


def test_a_change_and_the_upgrade_are_one_plan_whose_undo_keeps_the_upgrade(
    run_in: Run, tracker: Path
) -> None:
    page = tracker / "blueprint.yaml"
    _edit(page, "due: date?\n", "due: date?\n      estimate: int?\n")
    run = run_in(tracker, *BUILD)
    assert run.returncode == 0, run.stderr
    undo = ("undo", "--yes", "--no-prove", "--accept-breaking", "--drop", "issues.estimate")
    assert run_in(tracker, *undo).returncode == 0
    assert "estimate" not in page.read_text()
    last = json.loads((tracker / "history/0003-undo-2.json").read_text())
    columns = [
        column["name"]
        for table in last["tables"]
        if table["name"] == "auth_sessions"
        for column in table["columns"]
    ]
    assert "user_agent" in columns
    versions = sorted(path.name for path in (tracker / "migrations/versions").glob("0*.py"))
    assert len(versions) > 3, "what the undone plan brought goes back by a revision of its own"


def test_the_upgrade_itself_has_no_page_to_undo(run_in: Run, tracker: Path) -> None:
    assert run_in(tracker, *BUILD).returncode == 0
    undo = run_in(tracker, "undo", "--yes", "--no-prove")
    assert undo.returncode == 1
    assert "Plan 2 changed nothing of the page" in undo.stderr
    assert "git apply --reverse history/0002-" in undo.stderr
