"""What a built backend answers is what FastAPI and SQLAlchemy's session would answer."""

from pathlib import Path

import pytest

from tests.apiwright.build.project import GOLDEN, build_golden, compare_answers

pytestmark = pytest.mark.slow

CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
@pytest.mark.parametrize("case", CASES)
def test_all_answers_are_the_same(
    case: str, database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("postgres_server") if database == "postgres" else None
    assert compare_answers(build_golden(case, tmp_path / "project"), server)
