"""A plan is only made where it can be applied."""

from pathlib import Path

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.propose import propose
from apiwright.build.request import Request
from apiwright.plan.plan import Plan
from apiwright.refusal import Refusal
from apiwright.survey.read import read_survey

PAGE = """\
backend: Shop
resources:
  Book: {fields: {title: str}, access: {read: anyone}}
"""


def plan(root: Path) -> Plan:
    request = Request("apiwright plan", read_blueprint(PAGE), PAGE)
    return propose(request, read_survey(root))


@pytest.mark.parametrize("place", ["README.md", "shop/books/models.py"])
def test_an_empty_folder_where_a_file_is_to_be_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / place).mkdir(parents=True)
    with pytest.raises(Refusal, match="A file and a folder want the same place") as refused:
        plan(tmp_path)
    (reason,) = refused.value.reasons
    assert (reason.at, reason.help) == (place, f"mv {place} elsewhere")


def test_a_file_where_folders_are_to_be_is_refused_once(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("mine")
    with pytest.raises(Refusal, match="A file and a folder want the same place") as refused:
        plan(tmp_path)
    assert [reason.at for reason in refused.value.reasons] == ["shop"]


def test_folders_beside_what_is_to_be_built_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "shop/books/notes").mkdir(parents=True)
    assert not plan(tmp_path).is_empty
