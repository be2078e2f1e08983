"""Laws of changes: any page, any change of it, and any edits by hand."""

import os
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest
from apiwright.blueprint.read import read_blueprint
from apiwright.build.grow import grow
from apiwright.build.merge.conflict import Conflicts
from apiwright.refusal import Refusal
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.apiwright.build.any_page.chance import Chance, Page
from tests.apiwright.build.any_page.left import read_any
from tests.apiwright.build.any_page.page import any_page
from tests.apiwright.build.change.any_change import change, text_of, with_field
from tests.apiwright.build.change.any_edit import Edit, any_edit
from tests.apiwright.build.change.folder import Folder
from tests.apiwright.build.change.lines import is_near, stray
from tests.apiwright.build.project import MIGRATIONS, Project

CHANGES = int(os.environ.get("ANY_CHANGES", "4"))
"""How many changes are drawn for a law; the same in every run, unless `ANY_CHANGES` is set."""

pytestmark = pytest.mark.slow
law = settings(
    max_examples=CHANGES,
    deadline=None,
    derandomize="ANY_CHANGES" not in os.environ,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*HealthCheck],
)
chances = st.randoms(use_true_random=True).map(Chance)
Folders = pytest.TempPathFactory


@dataclass(frozen=True)
class Begun:
    """A project that was built and edited, and what its page becomes."""

    folder: Folder
    edits: tuple[Edit, ...]
    after: str

    def build(self) -> bool:
        """Build what the page becomes; whether it goes with what stands."""
        try:
            self.folder.build(self.after)
        except Conflicts as conflicts:
            for path in {str(each.path) for each in conflicts.conflicts}:
                assert self._is_near(path), path
            return False
        except Refusal:
            return False
        return True

    def _is_near(self, path: str) -> bool:
        """Whether an edit in a file stands where the page changes it."""
        theirs = {str(each): text for each, text in grow(read_blueprint(self.after)).items()}
        base, ours = self.folder.grown()[path], self.folder.files()[path]
        lines = [edit.line for edit in self.edits if str(edit.path) == path]
        return any(is_near(line, ours, base, theirs.get(path)) for line in lines)


def any_valid_page(chance: Chance) -> Page:
    page = any_page(chance)
    assume(read_any(page))
    return page


def begin(chance: Chance, root: Path, edits: int) -> Begun:
    page = any_valid_page(chance)
    after = change(chance, page)
    assume(after.get("resources") and after != page)
    folder = Folder(root)
    folder.build(text_of(page))
    made = tuple(any_edit(chance, root, number) for number in range(edits))
    return Begun(folder, made, text_of(after))


@law
@given(chances)
def test_building_twice_changes_nothing(tmp_path_factory: Folders, chance: Chance) -> None:
    begun = begin(chance, tmp_path_factory.mktemp("any"), edits=2)
    assume(begun.build())
    assert begun.folder.plan().is_empty


@law
@given(chances)
def test_build_then_undo_leaves_every_byte_as_it_was(
    tmp_path_factory: Folders, chance: Chance
) -> None:
    begun = begin(chance, tmp_path_factory.mktemp("any"), edits=3)
    before = begun.folder.files()
    assume(begun.build())
    begun.folder.undo()
    assert begun.folder.files() == before


@law
@given(chances)
def test_an_edit_survives_a_change_of_other_lines_and_no_other_line_changes(
    tmp_path_factory: Folders, chance: Chance
) -> None:
    begun = begin(chance, tmp_path_factory.mktemp("any"), edits=4)
    ours, base = begun.folder.files(), begun.folder.grown()
    assume(begun.build())
    merged, theirs = begun.folder.files(), begun.folder.grown()
    for edit in begun.edits:
        [place] = [path for path, text in merged.items() if edit.line.encode() in text]
        path = str(edit.path)
        assert not stray(ours[path], merged[place], base[path], theirs[place])


@law
@given(chances)
def test_the_order_of_changes_that_are_not_about_each_other_does_not_matter(
    tmp_path_factory: Folders, chance: Chance
) -> None:
    page = any_valid_page(chance)
    nouns = chance.upto([*page["resources"]], 2)
    pages = [with_field(page, noun) for noun in nouns]
    both = with_field(pages[0], nouns[-1])
    assume(len(nouns) > 1 and not _is_wrong(both))
    folders = [Folder(tmp_path_factory.mktemp("any")) for _ in pages]
    for folder, between in zip(folders, pages, strict=True):
        for each in (page, between, both):
            folder.build(text_of(each))
    one, other = (folder.files() for folder in folders)
    assert _but_migrations(one) == _but_migrations(other)


@settings(law, max_examples=(CHANGES + 1) // 2)
@given(chances)
def test_what_stands_after_a_change_starts_and_passes_its_tests(
    tmp_path_factory: Folders, chance: Chance
) -> None:
    root = tmp_path_factory.mktemp("any")
    begun = begin(chance, root, edits=3)
    assume(begun.build())
    project = Project(root, read_blueprint(begun.after))
    project.run("-c", MIGRATIONS, DATABASE_URL=f"sqlite+aiosqlite:///{root}/scratch.db")
    project.run("-m", "pytest")


def _is_wrong(page: Page) -> bool:
    """Whether something in a page is wrong."""
    right = deepcopy(page)
    read_any(right)
    return right != page


def _but_migrations(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: text for path, text in files.items() if "migrations/versions" not in path}
