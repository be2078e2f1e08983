"""A file that both the owner and the blueprint changed."""

from pathlib import Path, PurePosixPath

import pytest
from apiwright.build.merge.conflict import Choices

from tests.apiwright.build.merge.sides import PATH, Sides

BASE = '''\
"""What can happen to books."""

from shop.books.models import Book
from shop.books.schemas import BookCreate, BookRead


class BookService(Service[Book, BookCreate, BookRead]):
    """Books."""

    repository = BookRepository

    def describe(self) -> str:
        """What they are."""
        return f"{Book} {BookCreate} {BookRead}"
'''
TOML = PurePosixPath("pyproject.toml")


def sides(ours: str, theirs: str, base: str = BASE) -> Sides:
    return Sides(base.encode(), ours.encode(), theirs.encode())


def test_an_import_of_each_side_stands_where_both_changed_the_same_line() -> None:
    mine = BASE.replace("BookCreate, BookRead\n", "BookCreate, BookRead, Price\n")
    mine = mine.replace("{BookRead}", "{BookRead} {Price}")
    new = BASE.replace("import BookCreate, ", "import BookCreate, BookSale, ")
    new = new.replace('"""Books."""', '"""Books and {BookSale}."""\n\n    sale = BookSale')
    after = sides(mine, new).merged().decode()
    assert "from shop.books.schemas import BookCreate, BookRead, BookSale, Price\n" in after
    assert "sale = BookSale" in after


def test_an_import_that_only_the_owners_lines_need_stays() -> None:
    mine = BASE + "\n\ndef one() -> Book:\n    return Book()\n"
    new = BASE.replace("from shop.books.models import Book\n", "").replace("{Book} ", "")
    new = new.replace("Service[Book, ", "Service[")
    assert "from shop.books.models import Book\n" in sides(mine, new).merged().decode()


def test_an_import_that_nobody_needs_any_more_goes() -> None:
    mine = BASE + "\n\nX = 1\n"
    new = BASE.replace("from shop.books.models import Book\n", "").replace("{Book} ", "")
    new = new.replace("Service[Book, ", "Service[")
    after = sides(mine, new).merged().decode()
    assert "shop.books.models" not in after
    assert after.endswith("X = 1\n")


def test_an_import_that_nobody_needs_any_more_goes_from_code_that_is_not_well_set_too() -> None:
    mine = BASE + "x  =  1\n"
    new = BASE.replace("from shop.books.models import Book\n", "").replace("{Book} ", "")
    after = sides(mine, new.replace("Service[Book, ", "Service[")).merged().decode()
    assert "shop.books.models" not in after
    assert after.endswith("x  =  1\n")


def test_functions_that_both_sides_add_at_one_place_both_stand() -> None:
    mine = BASE + '\n    def lend(self) -> None:\n        """Mine."""\n'
    new = BASE + '\n    def sell(self) -> None:\n        """New."""\n'
    after = sides(mine, new).merged().decode()
    assert after.index("def sell") < after.index("def lend")


def test_two_functions_of_one_name_are_a_conflict() -> None:
    mine = BASE + '\n    def sell(self) -> None:\n        """Mine."""\n'
    new = BASE + '\n    def sell(self) -> None:\n        """New."""\n'
    [conflict] = sides(mine, new).conflicts()
    assert conflict.line == len(BASE.splitlines()) + 1
    assert conflict.ours is not None
    assert "Mine." in conflict.ours


def test_items_that_both_sides_add_to_a_list_both_stand() -> None:
    base = "routers = [\n    books,\n]\n"
    mine, new = (base.replace("]", f"    {name},\n]") for name in ("extra", "authors"))
    assert sides(mine, new, base).merged().decode() == (
        "routers = [\n    books,\n    authors,\n    extra,\n]\n"
    )


def test_each_place_can_have_another_side() -> None:
    base = "a = 1\nb = 2\nc = 3\nd = 4\n"
    both = sides("a = 5\nb = 2\nc = 3\nd = 6\n", "a = 7\nb = 2\nc = 3\nd = 8\n", base)
    assert [conflict.name for conflict in both.conflicts()] == [f"{PATH}:1", f"{PATH}:4"]
    picked = Choices(ours=[f"{PATH}:1"], theirs=[f"{PATH}:4"])
    assert both.merged(picked).decode() == "a = 5\nb = 2\nc = 3\nd = 8\n"


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    base = "a = 1\nb = 2\nc = 3\n"
    mine = b"\xef\xbb\xbf" + base.replace("\n", "\r\n").encode()
    after = Sides(base.encode(), mine, base.replace("b = 2", "b = 5\nx = 6").encode()).merged()
    assert after == b"\xef\xbb\xbfa = 1\r\nb = 5\r\nx = 6\r\nc = 3\r\n"


def test_every_line_keeps_its_own_end() -> None:
    mine = b"a = 1\r\nb = 2\nc = 3"
    after = Sides(b"a = 1\nb = 2\nc = 3\n", mine, b"a = 1\nb = 5\nc = 3\n").merged()
    assert after == b"a = 1\r\nb = 5\r\nc = 3"


def test_a_file_without_a_last_line_end_can_grow() -> None:
    after = Sides(b"a = 1\n", b"z = 0\na = 1", b"a = 1\nb = 2\n").merged()
    assert after == b"z = 0\na = 1\nb = 2\n"


def test_a_project_that_sets_its_code_otherwise_is_no_conflict(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.ruff]\nformat.quote-style = "single"\n')
    base = 'a = call("one")\nb = call("two")\nc = call("three")\n'
    mine, new = base.replace('"', "'"), base.replace('"two"', '"zwei"')
    after = Sides(base.encode(), mine.encode(), new.encode(), root=tmp_path).merged().decode()
    assert after == "a = call('one')\nb = call('zwei')\nc = call('three')\n"


def test_what_can_no_longer_be_read_is_a_conflict() -> None:
    base = b'[project]\nname = "shop"\n\n[tool.x]\na = 1\n'
    mine = base.replace(b'"shop"\n', b'"shop"\nreadme = "README.md"\n')
    new = base.replace(b'name = "shop"', b'readme = "README.md"\nname = "shop"')
    [conflict] = Sides(base, mine, new, TOML).conflicts()
    assert "cannot be read" in conflict.what


@pytest.mark.parametrize("broken", ["def (:\n", "x = (\n"])
def test_a_file_that_was_broken_before_is_merged_all_the_same(broken: str) -> None:
    after = sides(BASE + broken, BASE.replace("What they are", "What those are")).merged()
    assert after.decode() == BASE.replace("What they are", "What those are") + broken
