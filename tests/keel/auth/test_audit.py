"""The audit tells who did what to whom, from where, and what came of it; nobody changes it."""

import pytest
from keel.audit import AuditEntry
from keel.problems import Problem
from people import PASSWORD, People, Tokens
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

NEW = "eight-loud-herons-fishing"


def entries(people: People) -> list[AuditEntry]:
    async def read(session: AsyncSession) -> list[AuditEntry]:
        return list(await session.exec(select(AuditEntry).order_by(AuditEntry.id)))

    return people.in_database(read)


def told(people: People) -> list[tuple[str, str]]:
    return [(entry.event, entry.outcome) for entry in entries(people)]


def test_a_life_is_told_in_its_order(people: People, ada: Tokens) -> None:
    people.sign_in(password="a wrong password of mine")
    people.sign_in("unknown@example.com")
    body = {"current_password": PASSWORD, "new_password": NEW}
    people.call("POST", "/auth/change-password", ada, body)
    people.client.post("/auth/forgot-password", json={"email": "ada@example.com"})
    body = {"token": people.token(), "new_password": PASSWORD}
    people.client.post("/auth/reset-password", json=body)
    again = people.sign_in().json()
    people.call("POST", "/auth/sign-out", again)
    people.leave(people.sign_in().json())
    assert told(people) == [
        ("account_created", "success"),
        ("sign_in", "success"),
        ("sign_in", "failure"),
        ("sign_in", "failure"),
        ("password_changed", "success"),
        ("password_reset_asked", "success"),
        ("password_reset", "success"),
        ("sign_in", "success"),
        ("sign_out", "success"),
        ("sign_in", "success"),
        ("account_deleted", "success"),
    ]


def test_an_entry_says_who_whom_where_and_in_which_request(people: People, ada: Tokens) -> None:
    root = people.join("root@example.com", "admin")
    path = people.path_of(ada)
    answer = people.call("PATCH", path, root, {"role": "admin"})
    entry = entries(people)[-1]
    assert (entry.event, entry.outcome, entry.subject) == ("role_changed", "success", "account")
    assert str(entry.actor_id) == people.me(root).json()["id"]
    assert str(entry.subject_id) == path[-36:]
    assert entry.address == "testclient"
    assert entry.request_id == answer.headers["x-request-id"]


def test_what_managers_do_is_told(people: People, ada: Tokens) -> None:
    root = people.join("root@example.com", "admin")
    path, before = people.path_of(ada), len(entries(people))
    people.call("PATCH", path, root, {"full_name": "Ada"})
    people.call("PATCH", path, root, {"is_active": False, "password": NEW})
    people.call("PATCH", path, root, {"is_active": True, "email": "lovelace@example.com"})
    people.call("DELETE", path, root)
    body = {"email": "bob@example.com", "password": PASSWORD}
    people.call("POST", "/users", root, body)
    assert [event for event, _ in told(people)[before:]] == [
        "account_disabled",
        "password_changed",
        "email_changed",
        "account_enabled",
        "account_deleted",
        "account_created",
    ]


def test_a_refresh_token_that_comes_back_is_told(people: People, ada: Tokens) -> None:
    people.refresh(people.refresh(ada).json())
    people.refresh(ada)
    assert told(people)[-1] == ("refresh_token_reused", "failure")


def test_what_is_undone_is_not_told(people: People, ada: Tokens) -> None:
    root = people.join("root@example.com", "admin")
    before = told(people)
    body = {"role": "admin", "email": "root@example.com"}
    assert people.call("PATCH", people.path_of(ada), root, body).status_code == 409
    assert told(people) == before


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    "statement", ["UPDATE audit_log SET outcome = 'success'", "DELETE FROM audit_log"]
)
def test_the_database_lets_nobody_change_an_entry(people: People, statement: str) -> None:
    before = told(people)
    with pytest.raises((DBAPIError, Problem)):
        people.execute(statement)
    assert told(people) == before


@pytest.mark.usefixtures("ada")
def test_the_log_tells_it_too_without_a_secret(
    people: People, capfd: pytest.CaptureFixture[str]
) -> None:
    people.sign_in(password="a wrong password of mine")
    said = capfd.readouterr().err
    assert "sign_in" in said
    assert "audit_outcome='failure'" in said
    for secret in (PASSWORD, "a wrong password of mine", "ada@example.com"):
        assert secret not in said


def test_entries_outlive_the_account(people: People, ada: Tokens) -> None:
    before = len(entries(people))
    people.leave(ada)
    assert len(entries(people)) == before + 1


def test_postgres_does_not_empty_the_audit_either(people: People, ada: Tokens) -> None:
    assert ada
    if people.app.state.settings.database_url.startswith("sqlite"):
        pytest.skip("SQLite has no TRUNCATE")

    async def empty(session: AsyncSession) -> None:
        await session.exec(text("TRUNCATE audit_log"))  # type: ignore[call-overload]

    with pytest.raises(Exception, match="append-only"):
        people.in_database(empty)
