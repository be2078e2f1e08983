"""`--from` names a page, a folder with one, or an example; a page brings its parts."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]
EXAMPLES = Path(__file__).parents[3] / "examples"
PAGE = "backend: Shop\nparts: [more/catalog.yaml]\n"
PART = "resources:\n  Book: {fields: {title: str}, access: {read: anyone}}\n"


def write_shop(folder: Path) -> Path:
    (folder / "shop/more").mkdir(parents=True)
    (folder / "shop/blueprint.yaml").write_text(PAGE)
    (folder / "shop/more/catalog.yaml").write_text(PART)
    return folder / "shop"


def test_an_example_is_found_by_its_name(apiwright: Run, tmp_path: Path) -> None:
    assert apiwright("new", "mine", "--from", "bookshop").returncode == 0
    page = tmp_path / "mine/blueprint.yaml"
    assert page.read_bytes() == (EXAMPLES / "bookshop.yaml").read_bytes()


def test_a_name_that_no_example_has_gets_the_nearest_and_all(apiwright: Run) -> None:
    run = apiwright("new", "mine", "--from", "bookshp")
    assert run.returncode == 1
    assert "no example `bookshp`" in run.stderr
    assert "examples are bookshop, chinook, clinic, items, shop, tracker" in run.stderr
    assert "--from bookshop" in run.stderr


def test_a_folder_gives_its_page_with_its_parts(apiwright: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    assert apiwright("new", "mine", "--from", "shop").returncode == 0
    assert (tmp_path / "mine/blueprint.yaml").read_text() == PAGE
    assert (tmp_path / "mine/more/catalog.yaml").read_text() == PART


def test_a_folder_comes_before_an_example_of_its_name(apiwright: Run, tmp_path: Path) -> None:
    write_shop(tmp_path).rename(tmp_path / "bookshop")
    apiwright("new", "mine", "--from", "bookshop")
    assert (tmp_path / "mine/blueprint.yaml").read_text() == PAGE


def test_a_link_out_of_the_folder_is_not_followed(apiwright: Run, tmp_path: Path) -> None:
    part = write_shop(tmp_path) / "more/catalog.yaml"
    part.rename(tmp_path / "outside.yaml")
    part.symlink_to(tmp_path / "outside.yaml")
    run = apiwright("validate", "shop/blueprint.yaml")
    assert run.returncode == 1
    assert "`more/catalog.yaml` is no file in the page's folder that can be read." in run.stderr


def test_a_build_with_parts_is_recorded_whole(apiwright: Run, tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    run = apiwright("build", "--yes", "--no-prove", "--project", "shop")
    assert run.returncode == 0, run.stderr
    assert apiwright("plan", "--project", "shop").stdout.startswith("Nothing to do")
    part = shop / "more/catalog.yaml"
    part.write_text(PART.replace("title: str", "title: str, pages: int?"))
    run = apiwright("plan", "--project", "shop")
    assert run.returncode == 2
    assert "+pages" in run.stdout
    assert "+title" not in run.stdout


def test_what_is_unwritten_is_told_until_it_is_written(apiwright: Run, tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    endpoint = "endpoints:\n  GET /books/best: {returns: [Book], access: anyone}\n"
    (shop / "blueprint.yaml").write_text(PAGE + endpoint)
    run = apiwright("build", "--yes", "--no-prove", "--project", "shop")
    assert run.stdout.count("Yours to write") == 2, "in the plan, and in the report"
    assert "Yours to write" in apiwright("history", "1", "--project", "shop").stdout
    assert "unwritten" in apiwright("routes", "--project", "shop").stdout
    assert "BookService.best" in apiwright("plan", "--project", "shop").stdout
    service = shop / "shop/books/service.py"
    text = service.read_text().replace(
        'raise Unwritten("To be written: `GET /books/best`.")', "return []"
    )
    service.write_text(text)
    assert "unwritten" not in apiwright("routes", "--project", "shop").stdout
    again = apiwright("build", "--yes", "--no-prove", "--project", "shop")
    assert again.stdout == "Nothing to do: the project is as its blueprint says.\n"
