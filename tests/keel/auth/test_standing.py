"""What a token says is trusted as long as nothing of it has changed, and not a second longer."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from exemplar.users.models import User
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel.access import Caller
from keel.auth import AccountChange, AuthSession, OneTimeToken
from keel.auth.housekeeping import clear_out
from keel.auth.standing import changes as standing
from keel.auth.standing.changes import Changes
from keel.auth.tokens.access import Access
from keel.data import Database
from keel.testing.store import Store
from people import People, Tokens
from sqlalchemy import event, text
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

EARLY = "early@example.com"


@pytest.fixture
def statements(app: FastAPI, client: TestClient) -> Store:
    return Store(app, client)


def test_who_calls_is_known_without_a_statement(people: People, statements: Store) -> None:
    tokens = people.join()
    with statements.statements() as sent:
        for _ in range(5):
            assert people.client.get("/topics/nothing", headers=_bearer(tokens)).status_code == 422
        assert people.call("GET", "/users", tokens).status_code == 403
    assert sent == []


def test_an_account_that_changed_is_asked_for_and_no_other(
    people: People, statements: Store
) -> None:
    ada, bob = people.join(), people.join("bob@example.com")
    admin = people.join("root@example.com", "admin")
    assert people.call("PATCH", people.path_of(ada), admin, {"role": "admin"}).status_code == 200
    with statements.statements() as sent:
        assert people.call("GET", "/users/sign-up", ada).status_code == 422
        asked = len(sent)
        assert people.call("GET", "/users", bob).status_code == 403
    assert (asked, len(sent)) == (1, 1)


def test_a_sign_out_counts_within_a_second_in_other_processes(
    people: People, elsewhere: People
) -> None:
    tokens = people.join()
    assert elsewhere.me(tokens).status_code == 200
    assert people.call("POST", "/auth/sign-out", tokens).status_code == 204
    time.sleep(1)
    assert elsewhere.me(tokens).status_code == 401


def test_a_role_that_is_taken_away_counts_within_a_second_while_requests_go_on(
    people: People, elsewhere: People
) -> None:
    tokens, root = people.join(role="admin"), people.join("root@example.com", "admin")
    path = people.path_of(tokens)
    assert elsewhere.call("GET", "/users", tokens).status_code == 200
    assert people.call("PATCH", path, root, {"role": "member"}).status_code == 200
    taken_at = time.monotonic()
    while elsewhere.call("GET", "/users", tokens).status_code == 200:
        assert time.monotonic() - taken_at < 1
    assert elsewhere.call("GET", "/users", tokens).status_code == 403


def test_what_a_transaction_changes_counts_for_the_next_request(people: People) -> None:
    tokens = people.join(role="admin")

    async def demote(session: AsyncSession) -> None:
        account = (await session.exec(select(User))).one()
        account.role = "member"

    assert people.call("GET", "/users", tokens).status_code == 200
    people.in_database(demote)
    assert people.call("GET", "/users", tokens).status_code == 403


def test_a_change_that_is_rolled_back_leaves_nothing_behind(people: People) -> None:
    tokens = people.join()
    admin = people.join("root@example.com", "admin")
    body = {"role": "admin", "email": "root@example.com"}
    assert people.call("PATCH", people.path_of(tokens), admin, body).status_code == 409
    assert people.stored("SELECT count(*) FROM auth_changes") == 0


def test_what_has_no_say_in_standing_is_not_written_down(people: People) -> None:
    tokens = people.join()
    body = {"full_name": "Ada Lovelace"}
    assert people.call("PATCH", "/users/me", tokens, body).status_code == 200
    assert people.stored("SELECT count(*) FROM auth_changes") == 0


def test_what_has_run_out_is_cleared_out_and_the_rest_stays(people: People) -> None:
    tokens, admin = people.join(), people.join("root@example.com", "admin")
    assert people.call("PATCH", people.path_of(tokens), admin, {"role": "admin"}).status_code == 200
    people.ask_to_sign_up("late@example.com")
    people.ask_to_sign_up("early@example.com")
    long_ago = datetime.now(UTC) - timedelta(days=40)

    async def age(session: AsyncSession) -> None:
        session.add(AccountChange(account_id=uuid4(), created_at=long_ago))
        for token in await session.exec(select(OneTimeToken).where(OneTimeToken.email == EARLY)):
            token.expires_at = long_ago
        for ended in await session.exec(select(AuthSession).limit(1)):
            ended.expires_at = long_ago

    people.in_database(age)
    assert people.client.portal is not None
    people.client.portal.call(clear_out, people.app.state.database, 900)
    for table, left in {"auth_changes": 1, "auth_tokens": 1, "auth_sessions": 1}.items():
        assert people.stored(f"SELECT count(*) FROM {table}") == left, table  # noqa: S608


def test_a_savepoint_writes_nothing_before_the_end(people: People) -> None:
    people.join()

    async def demote(session: AsyncSession) -> list[AccountChange]:
        account = (await session.exec(select(User))).one()
        async with session.begin_nested():
            account.role = "admin"
        return list(await session.exec(select(AccountChange)))

    assert people.in_database(demote) == []
    assert people.stored("SELECT count(*) FROM auth_changes") == 1


async def _changes(database: Database, **options: int) -> Changes:
    async with database.engine.begin() as connection:
        await connection.run_sync(AccountChange.metadata.tables["auth_changes"].create)
    return Changes(database, 900, **options)


def _access(account_id: UUID, age_s: float) -> Access:
    now = int(time.time())
    return Access(Caller(account_id, "member", uuid4()), int(now - age_s), now + 900)


@pytest.mark.anyio
async def test_nothing_is_trusted_while_changes_cannot_be_read(database_url: str) -> None:
    database = Database(database_url)
    changes = await _changes(database)
    assert await changes.vouch_for(_access(uuid4(), 60))
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE auth_changes RENAME TO gone"))
    await asyncio.sleep(standing.TRUSTED_S)
    assert not await changes.vouch_for(_access(uuid4(), 60))
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE gone RENAME TO auth_changes"))
    assert await changes.vouch_for(_access(uuid4(), 60))
    await changes.close()
    await database.close()


@pytest.mark.anyio
async def test_a_thousand_requests_at_once_read_changes_once(database_url: str) -> None:
    database = Database(database_url)
    changes = await _changes(database)
    sent: list[str] = []
    event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda _db, _at, statement, *_: sent.append(statement),
    )
    access = _access(uuid4(), 60)
    assert all(await asyncio.gather(*(changes.vouch_for(access) for _ in range(1_000))))
    assert len([each for each in sent if "auth_changes" in each]) == 1
    await changes.close()
    await database.close()


@pytest.mark.anyio
async def test_a_change_that_is_committed_late_is_read_nevertheless(database_url: str) -> None:
    database, account_id = Database(database_url), uuid4()
    changes = await _changes(database)
    assert await changes.vouch_for(_access(account_id, 60))
    async with database.transaction() as session:
        early = datetime.now(UTC) - timedelta(seconds=20)
        session.add(AccountChange(account_id=account_id, created_at=early))
    await asyncio.sleep(standing.TRUSTED_S)
    assert not await changes.vouch_for(_access(account_id, 60))
    assert await changes.vouch_for(_access(uuid4(), 60))
    await changes.close()
    await database.close()


@pytest.mark.anyio
async def test_what_is_known_of_changes_is_bounded_and_the_rest_is_in_doubt(
    database_url: str,
) -> None:
    database = Database(database_url)
    changes = await _changes(database, most=3)
    async with database.transaction() as session:
        session.add_all(AccountChange(account_id=uuid4()) for _ in range(4))
    assert not await changes.vouch_for(_access(uuid4(), 60))
    assert await changes.vouch_for(_access(uuid4(), -60))
    await changes.close()
    await database.close()


@pytest.mark.anyio
async def test_a_token_from_the_moment_of_a_change_is_in_doubt(database_url: str) -> None:
    database, account_id = Database(database_url), uuid4()
    changes = await _changes(database)
    assert await changes.vouch_for(_access(account_id, 0))
    changes.note(account_id, time.time())
    assert not await changes.vouch_for(_access(account_id, 0))
    assert await changes.vouch_for(_access(account_id, -standing.MARGIN_S - 1))
    await changes.close()
    await database.close()


def _bearer(tokens: Tokens) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens['access_token']}"}
