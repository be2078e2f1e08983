"""A blueprint grows a project: the same each time, whole, and as the exemplar has it."""

import ast
import re
import tomllib
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from apiwright.blueprint import reserved
from apiwright.blueprint.checks.taken import classes_of_histories
from apiwright.blueprint.model import Blueprint
from apiwright.blueprint.read import read_blueprint
from apiwright.build.grow import exemplar_root, grow
from apiwright.plan.contract import endpoints
from apiwright.surface.page import read_page
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

GOLDEN = Path(__file__).parents[3] / "golden"
CASES = sorted(page.parent.name for page in GOLDEN.glob("*/blueprint.yaml"))
MARKS = re.compile(r" *# grow: \w+\n|(?<=\n)\n* *# end\n")
GROWN_IN = ("exemplar", "tests", "bench")


def read(case: str) -> Blueprint:
    return read_blueprint((GOLDEN / case / "blueprint.yaml").read_bytes())


@pytest.fixture(scope="module")
def workshop() -> Blueprint:
    return read("workshop")


@pytest.fixture(scope="module")
def files(workshop: Blueprint) -> dict[PurePosixPath, str]:
    return {path: content.decode() for path, content in grow(workshop).items()}


def test_the_exemplar_grows_from_its_own_blueprint() -> None:
    root = exemplar_root()
    page = read_blueprint((root / "blueprint.yaml").read_bytes())
    grown = grow(replace(page, name="Exemplar"))
    stands = {
        PurePosixPath(path.relative_to(root).as_posix()): path.read_text()
        for folder in GROWN_IN
        for path in (root / folder).rglob("*.py")
    }
    assert {path for path in grown if path.suffix == ".py"} - {*stands} <= {
        PurePosixPath("migrations/env.py")
    }
    for path in stands.keys() & grown.keys():
        assert grown[path].decode() == MARKS.sub("", stands[path]), path


def test_it_grows_the_same_each_time(workshop: Blueprint) -> None:
    assert grow(workshop) == grow(workshop)


def test_no_mark_and_no_word_of_the_exemplar_stays(files: dict[PurePosixPath, str]) -> None:
    for path, text in files.items():
        assert not re.search(r"# grow|# end|[Ee]xemplar|[Tt]opic", text), path


def test_an_operation_that_nobody_may_do_does_not_exist() -> None:
    board = {str(path): content.decode() for path, content in grow(read("noticeboard")).items()}
    assert "update_notice" not in board["noticeboard/notices/routes.py"]
    assert "NoticeUpdate" not in board["noticeboard/notices/schemas.py"]
    assert (
        "Service[Notice, NoticeCreate, Never, NoticeRead]"
        in board["noticeboard/notices/service.py"]
    )
    assert "create_topic" not in board["noticeboard/topics/routes.py"]


GUARDED = """
backend: Desk
auth: {sign_up: open}
tenants: Company
permissions: {audit: admin}
resources:
  Company: {fields: {name: str}, access: {read: signed in, update: admin}}
  User:
    fields: {phone: "str?, sensitive", rank: {type: int?, write: admin}}
    access: {read: admin, update: admin}
endpoints:
  GET /stats/seats: {returns: {seats: int}, access: may audit}
"""


def test_who_signs_up_begins_a_tenant_also_where_they_may_not_set_all_fields() -> None:
    desk = {str(path): content.decode() for path, content in grow(read_blueprint(GUARDED)).items()}
    assert "async def sign_up(body: CompanySignUp, users: Users)" in desk["desk/users/routes.py"]


def test_an_endpoint_of_no_resource_can_be_for_who_was_let() -> None:
    desk = {str(path): content.decode() for path, content in grow(read_blueprint(GUARDED)).items()}
    assert "from desk.users.models import UserPermission" in desk["desk/stats/policy.py"]


RENAMED = """
backend: Staff
auth: {sign_up: open}
api: v2
versions: {v1: {resources: {Person: {was: {phone: tel, pay: wage}}}}}
resources:
  Person:
    owned: true
    fields: {name: str, phone: "str?, sensitive", pay: {type: int?, read: owner}}
    access: {read: signed in, create: signed in}
"""


def test_a_field_that_may_be_absent_has_its_older_name_too() -> None:
    grown = grow(read_blueprint(RENAMED))[PurePosixPath("staff/people/v1.py")].decode()
    answer = grown[grown.index("class PersonReadV1") :]
    hidden = 'Field(validation_alias="phone", default=MISSING, repr=False)'
    assert f"tel: str | MISSING | None = {hidden}\n" in answer
    assert 'wage: int | MISSING | None = Field(validation_alias="pay", default=MISSING)' in answer


def test_without_accounts_there_is_nothing_of_accounts() -> None:
    board = grow(read("noticeboard"))
    assert not [path for path in board if "users" in path.parts or path.name == "roles.py"]
    for path, content in board.items():
        assert not re.search(r"auth_router|sign.in|Role\b|email", content.decode()), path


def test_what_is_read_only_is_not_written_and_what_is_write_only_not_read(
    files: dict[PurePosixPath, str],
) -> None:
    schemas = files[PurePosixPath("repair_workshop/order_lines/schemas.py")]
    bodies = {
        node.name: {
            ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)
        }
        for node in ast.parse(schemas).body
        if isinstance(node, ast.ClassDef)
    }
    assert "approved" not in bodies["OrderLineCreate"] | bodies["OrderLineUpdate"]
    assert "secret" not in bodies["OrderLineRead"]


@pytest.mark.parametrize("case", CASES)
def test_no_resource_may_take_a_name_that_built_code_imports(case: str) -> None:
    blueprint = read_page(GOLDEN / case / "blueprint.yaml").blueprint(case)
    kept = classes_of_histories(blueprint)
    package = GOLDEN / case / "after" / blueprint.package
    for path in package.glob("**/*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ImportFrom) and not str(node.module).startswith(package.name):
                names = {alias.name for alias in node.names if not alias.name.isupper()}
                classes = {name for name in names if name[0].isupper()}
                assert {name for name in classes if not reserved.model(name)} <= kept, path


def test_documents_can_be_read_by_what_reads_them(
    workshop: Blueprint, files: dict[PurePosixPath, str]
) -> None:
    project = tomllib.loads(files[PurePosixPath("pyproject.toml")])["project"]
    assert project["name"] == "repair-workshop"
    assert project["version"] == workshop.version
    assert project["description"].split() == workshop.about.split()
    yaml: Any = YAML(typ="safe")
    assert set(yaml.load(files[PurePosixPath("compose.yaml")])["services"]) >= {"app", "database"}
    assert set(yaml.load(files[PurePosixPath(".github/workflows/ci.yml")])["jobs"]) == {
        "code",
        "tests",
    }


def test_the_readme_lists_every_endpoint(
    workshop: Blueprint, files: dict[PurePosixPath, str]
) -> None:
    readme = files[PurePosixPath("README.md")]
    assert [one for one in endpoints(workshop) if f"| `{one}` |" not in readme] == []


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text(
    alphabet="ab. \\\"'{}%#\n", max_size=200
)


@settings(max_examples=20)
@given(about=TEXT, field_about=TEXT, example=TEXT)
def test_texts_stay_texts(about: str, field_about: str, example: str) -> None:
    bookshop = read("bookshop")
    book = bookshop.resource("Book")
    title = replace(book.field("title"), about=field_about, example=example)
    told = replace(book, about=about, fields=(title, *book.fields[1:]))
    others = tuple(told if each is book else each for each in bookshop.resources)
    grown = grow(replace(bookshop, about=about, resources=others))

    def tree(path: str) -> ast.Module:
        return ast.parse(grown[PurePosixPath("bookshop", path)])

    def strings(path: str) -> set[object]:
        return {node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)}

    assert about in strings("main.py")
    assert example in strings("books/schemas.py")
    assert not field_about or field_about in strings("books/schemas.py")
    tomllib.loads(grown[PurePosixPath("pyproject.toml")].decode())
