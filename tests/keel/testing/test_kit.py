"""The kit notices what a project does wrong, and says what, as whom, and by which rule."""

from pathlib import Path

import pytest

from tests.keel.testing.project import change, copy_exemplar, run


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of a project with five mistakes."""
    project = copy_exemplar(tmp_path_factory.mktemp("broken"))
    change(project, "exemplar/topics/routes.py", "allow(POLICY.create)", "allow(POLICY.read)")
    change(
        project,
        "exemplar/topics/service.py",
        'override a method to add a rule."""',
        'override a method to add a rule."""\n\n'
        "    async def columns(self, values):\n"
        '        return {"about": None} | values\n\n'
        "    async def extras(self, rows):\n"
        '        return {row.id: {"note_count": 1} for row in rows}\n',
    )
    change(
        project,
        "exemplar/notes/service.py",
        'override a method to add a rule."""',
        'override a method to add a rule."""\n\n'
        "    async def cursor_page(self, query):\n"
        "        page = await super().cursor_page(query)\n"
        "        for note in page.items:\n"
        "            await self.read(note.id)\n"
        "        return page\n",
    )
    kept = "    of = Comment\n"
    change(project, "exemplar/comments/models.py", kept, f'{kept}    write_only = ("text",)\n')
    chosen = "policy_holds or everything_else or statements or computed or tells_each_change"
    return run(project, "pytest", "-q", "tests", "-k", chosen).stdout


def test_a_guard_that_differs_from_the_policy_is_noticed(broken: str) -> None:
    assert "test_the_policy_holds[an unknown caller cannot create it: 401]" in broken
    assert "POST /topics by an unknown caller" in broken
    assert "expected  401, because create is for: admin" in broken
    assert "came      403" in broken


def test_a_change_that_touches_absent_fields_is_noticed(broken: str) -> None:
    assert "test_a_change_leaves_everything_else_alone[name]" in broken
    assert "expected  nothing but name to differ" in broken


def test_a_statement_for_each_row_is_noticed(broken: str) -> None:
    assert "TestNotes::test_a_fuller_page_costs_no_more_statements" in broken
    assert "A page of four rows, not of one, takes:" in broken


def test_a_computed_value_that_does_not_fit_its_rows_is_noticed(broken: str) -> None:
    assert "test_a_computed_value_is_there_without_rows_behind_it[note_count]" in broken
    assert "expected  note_count to be 0" in broken


def test_a_change_that_a_history_does_not_tell_is_noticed(broken: str) -> None:
    assert "TestComments::test_the_history_tells_each_change" in broken
    assert "expected  these changes: {'text': {'from': " in broken


def test_nothing_else_is_said_to_be_wrong(broken: str) -> None:
    assert broken.count("FAILED") == 6


def test_the_tests_refuse_a_database_that_is_not_theirs(tmp_path: Path) -> None:
    project = copy_exemplar(tmp_path)
    change(project, "tests/conftest.py", "import pytest\n", "import exemplar.main\nimport pytest\n")
    answer = run(project, "pytest", "-q", "tests/topics", "-k", "is_gone")
    assert "they would empty yours" in answer.stdout
    assert not (project / "project.db").exists()
