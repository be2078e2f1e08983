"""From a page to a project, and on: plan, build, edit, build again."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

PAGE = """\
backend: Shop
about: Sells books.
auth: {sign_up: open}
resources:
  Author:
    fields:
      name: str 1..120, unique
    access: {read: anyone, write: admin}
"""
WITH_BOOKS = (
    PAGE
    + """\
  Book:
    fields:
      title: str 1..200
      author: Author
    access: {read: anyone, write: admin}
"""
)
MODELS = "shop/authors/models.py"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], None]:
    """Writes the blueprint."""

    def page(text: str) -> None:
        (tmp_path / "blueprint.yaml").write_text(text)

    return page


@pytest.fixture
def build(apiwright: Run) -> Callable[[], CompletedProcess[str]]:
    """Builds without installing, which is not what these tests are about."""
    return lambda: apiwright("build", "--yes", "--no-prove", "--accept-breaking")


@pytest.fixture(scope="module")
def shop(run_in: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that stands, and that no test changes."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / "blueprint.yaml").write_text(PAGE)
    run = run_in(folder, "build", "--yes", "--no-prove")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture
def built(shop: Path, tmp_path: Path) -> None:
    """A project that stands, for one test."""
    shutil.copytree(shop, tmp_path, dirs_exist_ok=True)


def test_a_new_project_has_a_blueprint_that_can_be_built(
    apiwright: Run, files: Callable[[], dict[str, bytes]]
) -> None:
    run = apiwright("new", "book-shop")
    assert "apiwright build" in run.stdout
    assert [*files()] == ["book-shop/blueprint.yaml"]
    assert apiwright("validate", "book-shop/blueprint.yaml").returncode == 0
    assert apiwright("plan", "--project", "book-shop").returncode == 2


def test_a_project_can_start_from_a_blueprint(
    apiwright: Run, tmp_path: Path, files: Callable[[], dict[str, bytes]]
) -> None:
    (tmp_path / "page.yaml").write_text(PAGE)
    assert apiwright("new", "shop", "--from", "page.yaml").returncode == 0
    assert files()["shop/blueprint.yaml"].decode() == PAGE


def test_a_plan_says_first_what_matters_to_a_person(
    apiwright: Run, write: Callable[[str], None], files: Callable[[], dict[str, bytes]]
) -> None:
    write(PAGE)
    run = apiwright("plan")
    assert run.returncode == 2
    titles = ("Endpoints\n", "Tables\n", "Files\n", "Migration  ")
    places = [run.stdout.index(title) for title in titles]
    assert places == sorted(places)
    assert "CREATE TABLE authors" in run.stdout
    assert [*files()] == ["blueprint.yaml"]


def test_a_plan_for_a_program_is_json(apiwright: Run, write: Callable[[str], None]) -> None:
    write(PAGE)
    plan = json.loads(apiwright("plan", "--json").stdout)
    assert plan["tables"]["created"] == [
        "users",
        "auth_sessions",
        "auth_changes",
        "auth_tokens",
        "audit_log",
        "authors",
    ]
    assert {"path": MODELS, "kind": "add"} in plan["files"]
    assert plan["migrations"][0]["path"].startswith("migrations/versions/0001")


@pytest.mark.usefixtures("built")
def test_building_again_changes_nothing(
    apiwright: Run,
    build: Callable[[], CompletedProcess[str]],
    files: Callable[[], dict[str, bytes]],
) -> None:
    before = files()
    assert apiwright("plan").returncode == 0
    assert build().returncode == 0
    assert files() == before


@pytest.mark.usefixtures("built")
def test_secrets_are_written_once_and_kept_out_of_git(
    build: Callable[[], CompletedProcess[str]], tmp_path: Path
) -> None:
    secrets = (tmp_path / ".env").read_text()
    assert "SECRET_KEY=" in secrets
    assert ".env" in (tmp_path / ".gitignore").read_text().split()
    assert not any(
        secrets.partition("=")[2].strip().encode() in page.read_bytes()
        for page in (tmp_path / "history").iterdir()
    )
    build()
    assert (tmp_path / ".env").read_text() == secrets


@pytest.mark.usefixtures("built")
def test_a_new_resource_comes_with_its_migration(
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    files: Callable[[], dict[str, bytes]],
) -> None:
    write(WITH_BOOKS)
    assert build().returncode == 0
    assert "shop/books/routes.py" in files()
    [step] = [path for path in files() if path.startswith("migrations/versions/0002")]
    assert b'down_revision = "0001"' in files()[step]


@pytest.mark.usefixtures("built")
def test_a_field_that_goes_is_announced(apiwright: Run, write: Callable[[str], None]) -> None:
    write(PAGE.replace("name: str 1..120, unique", "born: int?"))
    said = apiwright("plan").stdout
    assert "`Author.name` is gone" in said[said.index("Breaks clients") :]
    assert "authors.name" in said[said.index("Lost with all it holds") :]


@pytest.mark.usefixtures("built")
def test_an_edit_survives_what_does_not_concern_it(
    write: Callable[[str], None], build: Callable[[], CompletedProcess[str]], tmp_path: Path
) -> None:
    edited = (tmp_path / MODELS).read_text() + "# mine\n"
    (tmp_path / MODELS).write_text(edited)
    write(WITH_BOOKS)
    assert build().returncode == 0
    assert (tmp_path / MODELS).read_text() == edited


@pytest.mark.usefixtures("built")
def test_an_edit_stands_beside_what_the_blueprint_changes_in_the_same_file(
    apiwright: Run,
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    tmp_path: Path,
) -> None:
    with (tmp_path / MODELS).open("a") as models:
        models.write(
            '\n    def initials(self) -> str:\n        """Mine."""\n        return self.name[0]\n'
        )
    write(PAGE.replace("name: str 1..120", "name: str 1..90"))
    said = apiwright("plan").stdout
    assert "max_length=90" in said[said.index(f"Merge  {MODELS}") :]
    assert build().returncode == 0
    merged = (tmp_path / MODELS).read_text()
    assert "max_length=90" in merged
    assert "return self.name[0]" in merged


@pytest.mark.usefixtures("built")
def test_a_method_of_signing_in_is_added_to_a_project_that_stands(
    apiwright: Run,
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    files: Callable[[], dict[str, bytes]],
    tmp_path: Path,
) -> None:
    main, tests = tmp_path / "shop/main.py", tmp_path / "tests/users/test_users.py"
    main.write_text(main.read_text().replace('title="Shop"', 'title="The Shop"'))
    tests.write_text(tests.read_text() + "\n\ndef test_mine() -> None:\n    assert True\n")
    write(PAGE.replace("open}", "open, methods: [password, second_factor]}"))
    said = apiwright("plan").stdout
    for new in ("POST /auth/sign-in/second-factor", "auth_second_factors", "auth_recovery_codes"):
        assert new in said
    assert build().returncode == 0
    assert {'    title="The Shop",', '    methods=["password", "second_factor"],'} <= {
        *main.read_text().splitlines()
    }
    assert "class TestSecondFactor(SecondFactorTests)" in tests.read_text()
    assert "def test_mine()" in tests.read_text()
    [step] = [path for path in files() if path.startswith("migrations/versions/0002")]
    assert b"auth_second_factors" in files()[step]
    write(PAGE)
    assert "--drop auth_second_factors" in build().stderr


@pytest.mark.usefixtures("built")
def test_a_conflict_stops_the_whole_build_until_a_side_is_picked(
    apiwright: Run,
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    files: Callable[[], dict[str, bytes]],
    tmp_path: Path,
) -> None:
    models = (tmp_path / MODELS).read_text()
    (tmp_path / MODELS).write_text(models.replace("max_length=120", "max_length=60"))
    write(WITH_BOOKS.replace("name: str 1..120", "name: str 1..90"))
    before = files()
    run = build()
    assert run.returncode == 1
    assert f"conflict 1 of 1  {MODELS}:12" in run.stderr
    assert f"apiwright build --theirs {MODELS}:12" in run.stderr
    assert files() == before
    said = ("--accept-breaking", "--ours", MODELS)
    assert apiwright("build", "--yes", "--no-prove", *said).returncode == 0
    assert "max_length=60" in (tmp_path / MODELS).read_text()
    assert apiwright("plan").returncode == 0


def test_a_file_of_somebody_else_stops_the_whole_build(
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    files: Callable[[], dict[str, bytes]],
    tmp_path: Path,
) -> None:
    write(PAGE)
    (tmp_path / "README.md").write_text("mine")
    before = files()
    run = build()
    assert "README.md\nA file that was not built here" in run.stderr
    assert files() == before


def test_nothing_is_written_unasked(
    apiwright: Run, write: Callable[[str], None], files: Callable[[], dict[str, bytes]]
) -> None:
    write(PAGE)
    run = apiwright("build")
    assert run.returncode == 1
    assert " help  apiwright build --yes" in run.stderr
    assert [*files()] == ["blueprint.yaml"]


@pytest.mark.usefixtures("built")
def test_history_keeps_every_plan(
    apiwright: Run, write: Callable[[str], None], build: Callable[[], CompletedProcess[str]]
) -> None:
    write(WITH_BOOKS)
    build()
    first, second = apiwright("history").stdout.splitlines()
    assert "first-build" in first
    assert "books" in second
    assert (
        "> apiwright build --yes --no-prove --accept-breaking" in apiwright("history", "2").stdout
    )
    assert "POST /books" in apiwright("history", "2").stdout
    assert (
        "+from shop.books.routes import router as books_router" in apiwright("history", "2").stdout
    )
    assert "There is no page of a record 3" in apiwright("history", "3").stderr


@pytest.mark.usefixtures("built")
def test_a_plan_says_which_edits_git_does_not_have_yet(
    apiwright: Run, write: Callable[[str], None], tmp_path: Path
) -> None:
    for command in ("init", "add --all", "-c user.name=Ada -c user.email= commit -m built"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True, capture_output=True)
    write(PAGE.replace("name: str 1..120", "name: str 1..90"))
    assert "Not committed to git" not in apiwright("plan").stdout
    with (tmp_path / MODELS).open("a") as models:
        models.write("\n# mine\n")
    said = apiwright("plan").stdout
    assert f"Not committed to git\n  ~   {MODELS}\n" in said


@pytest.mark.usefixtures("built")
def test_a_record_has_the_name_that_git_knows(
    apiwright: Run,
    write: Callable[[str], None],
    build: Callable[[], CompletedProcess[str]],
    tmp_path: Path,
) -> None:
    for command in ("init", "config user.name Ada"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True, capture_output=True)
    write(WITH_BOOKS)
    build()
    assert apiwright("history").stdout.splitlines()[1].split()[2:4] == ["Ada", "books"]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("gone", "words"),
    [("history", "no record says what they build"), ("migrations/versions", "are gone")],
)
def test_what_was_built_is_not_built_a_second_time(
    apiwright: Run, write: Callable[[str], None], tmp_path: Path, gone: str, words: str
) -> None:
    write(WITH_BOOKS)
    shutil.rmtree(tmp_path / gone)
    run = apiwright("plan")
    assert run.returncode == 1
    assert words in run.stderr
    assert f"git checkout -- {gone}" in run.stderr


@pytest.mark.usefixtures("built")
def test_records_are_numbered_on_when_older_ones_are_thrown_away(
    write: Callable[[str], None], build: Callable[[], CompletedProcess[str]], tmp_path: Path
) -> None:
    write(WITH_BOOKS)
    build()
    for record in (tmp_path / "history").glob("0001*"):
        record.unlink()
    write(WITH_BOOKS.replace("1..200", "1..100"))
    assert build().returncode == 0
    names = {path.stem for path in (tmp_path / "history").iterdir()}
    assert names == {"0002-books", "0003-books", "grown"}


@pytest.mark.usefixtures("built")
def test_a_record_that_only_another_apiwright_understands_is_named(
    apiwright: Run, tmp_path: Path
) -> None:
    record = tmp_path / "history/0001-first-build.json"
    record.write_text(record.read_text().replace("backend: Shop", "service: Shop"))
    assert "   at  history/0001-first-build.json" in apiwright("plan").stderr


def test_routes_say_who_may_call_them(apiwright: Run, write: Callable[[str], None]) -> None:
    write(PAGE)
    rows = [line.split() for line in apiwright("routes").stdout.splitlines()]
    assert ["POST", "/authors", "admin", "AuthorCreate", "201", "AuthorRead"] in rows
    assert ["GET", "/authors", "anyone", "200", "Page[AuthorRead]"] in rows


def test_routes_say_who_may_read_and_write_a_field(
    apiwright: Run, write: Callable[[str], None]
) -> None:
    secret = "{type: 'str?, sensitive', read: admin}"
    write(PAGE.replace("      name:", f"      code: {secret}\n      name:"))
    rows = [line.split() for line in apiwright("routes").stdout.splitlines()]
    assert ["read", "Author.code", "admin", "sensitive"] in rows


def test_the_schema_of_blueprints_can_be_printed(apiwright: Run) -> None:
    schema = json.loads(apiwright("validate", "--schema").stdout)
    assert "resources" in schema["properties"]
