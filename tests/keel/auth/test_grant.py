import sys
from collections.abc import Callable
from io import StringIO
from types import ModuleType

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel import create_app
from keel.auth.grant import main
from people import PASSWORD, People

EMAIL = "ada@example.com"
APP = ["--app", "backend_of_these_tests:app"]


@pytest.fixture(autouse=True)
def module(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("backend_of_these_tests")
    module.app = app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


Pipe = Callable[..., None]


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    """Gives the command lines to read."""
    return lambda *lines: monkeypatch.setattr("sys.stdin", StringIO("\n".join(lines)))


def test_an_account_gets_a_role(app: FastAPI, capsys: pytest.CaptureFixture[str]) -> None:
    with TestClient(app) as client:
        People(app, client).sign_up(EMAIL)
    assert main(["Ada@Example.com", "admin", *APP]) == 0
    assert capsys.readouterr().out == "ada@example.com has the role admin.\n"
    with TestClient(app) as client:
        people = People(app, client)
        assert people.me(people.sign_in(EMAIL).json()).json()["role"] == "admin"


def test_an_account_is_made_with_a_password_that_is_piped_in(app: FastAPI, pipe: Pipe) -> None:
    pipe(PASSWORD, PASSWORD)
    assert main([EMAIL, "admin", "--create", *APP]) == 0
    with TestClient(app) as client:
        people = People(app, client)
        assert people.me(people.sign_in(EMAIL).json()).json()["role"] == "admin"


def create_with(assignment: str) -> list[str]:
    return [EMAIL, "admin", "--create", "--set", assignment, *APP]


def test_fields_of_the_projects_own_are_set(app: FastAPI, pipe: Pipe) -> None:
    pipe(PASSWORD, PASSWORD)
    assert main(create_with("full_name=Ada = Lovelace")) == 0
    with TestClient(app) as client:
        assert People(app, client).stored("SELECT full_name FROM users") == "Ada = Lovelace"


def test_without_tenants_none_is_begun(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([EMAIL, "admin", "--create", "--tenant", "name=Acme", *APP]) == 1
    assert capsys.readouterr().err == "error: There are no tenants to begin: take --tenant out.\n"


def test_what_assigns_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(create_with("full_name"))
    assert "`full_name` is not NAME=VALUE" in capsys.readouterr().err


def test_a_terminal_is_told_the_least_length(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def type_password(prompt: str) -> str:
        prompts.append(prompt)
        return PASSWORD

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("keel.auth.grant.getpass", type_password)
    assert main([EMAIL, "admin", "--create", *APP]) == 0
    assert prompts == ["Password (at least 15 characters): ", "Again: "]


MISTAKES: list[tuple[list[str], list[str], str]] = [
    ([EMAIL, "admn", *APP], [], "No role `admn`; the roles are member, admin."),
    ([EMAIL, "admin", *APP], [], "the e-mail ada@example.com. To make it, add --create."),
    (["ada", "admin", *APP], [], "value is not a valid email address: "),
    ([EMAIL, "admin", "--create", *APP], ["short"], "at least 15 characters"),
    ([EMAIL, "admin", "--create", *APP], [], "No password was given. Run this at a terminal"),
    (create_with("mood=good"), [], "No field `mood` to set; there are: full_name."),
    (create_with("role=admin"), [], "No field `role` to set"),
    (create_with("full_name=" + "x" * 121), [], "full_name: String should have at most 120"),
    ([EMAIL, "admin", "--create", *APP], ["passwordpassword"], "password: People try it first"),
    ([EMAIL, "admin", "--create", *APP], [PASSWORD, "other"], "The two passwords differ."),
    ([EMAIL, "admin", "--app", "nowhere.main:app"], [], "No app at `nowhere.main:app`"),
    ([EMAIL, "admin", "--app", "backend_of_these_tests"], [], "No app at"),
    ([EMAIL, "admin", "--app", ":"], [], "No app at"),
    ([EMAIL, "admin", "--app", "sys:path"], [], "`sys:path` is not an app with accounts."),
]


def test_what_goes_wrong_is_told_in_one_line(
    pipe: Pipe, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, lines, complaint in MISTAKES:
        pipe(*lines)
        assert main(arguments) == 1
        said = capsys.readouterr().err.splitlines()
        assert len(said) == 1
        assert said[0].startswith("error: ")
        assert complaint in said[0]


def test_an_app_without_accounts_has_no_roles_to_give(
    app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = create_app(
        app.state.settings, title="Bare", description="Empty.", version="1", routers=[]
    )
    sys.modules["backend_of_these_tests"].app = bare  # type: ignore[attr-defined]
    assert main([EMAIL, "admin", *APP]) == 1
    assert "is not an app with accounts" in capsys.readouterr().err


def test_a_database_that_is_not_migrated_is_told(
    app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(app) as client:
        for name in (
            "audit_log",
            "auth_tokens",
            "auth_sessions",
            "auth_changes",
            "notes_search",
            "notes",
            "auth_second_factors",
            "auth_recovery_codes",
            "auth_api_keys",
            "users_search",
            "users",
        ):
            People(app, client).execute(f"DROP TABLE {name}")
    assert main([EMAIL, "admin", *APP]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith("Is the database migrated?")
    assert "SELECT" not in said
