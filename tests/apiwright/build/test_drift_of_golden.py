"""What the plan says of endpoints and tables is what the built app serves and its models have."""

import shutil
import sys
from pathlib import Path

import pytest
from apiwright.build.environment import write_secrets
from apiwright.plan.drift.find import NO_DRIFTS, drifts
from apiwright.surface.page import read_page
from apiwright.survey.look import look

GOLDEN = Path(__file__).parents[2] / "golden"
CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_a_golden_project_has_no_drift(case: str, tmp_path: Path) -> None:
    blueprint = read_page(GOLDEN / case / "blueprint.yaml").blueprint(case)
    root = tmp_path / case
    shutil.copytree(GOLDEN / case / "after", root)
    (root / ".venv").symlink_to(sys.prefix)
    write_secrets(root)
    standing = look(root)
    assert standing.code
    assert drifts(blueprint, blueprint, standing) == NO_DRIFTS
