"""Getting back in, and keeping others out: passwords, addresses, sessions, leaving."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from keel.mail import Mail, send
from people import PASSWORD, People, Tokens
from sqlmodel.ext.asyncio.session import AsyncSession

NEW = "eight-loud-herons-fishing"


def _forgot(people: People, email: str = "ada@example.com") -> int:
    return people.client.post("/auth/forgot-password", json={"email": email}).status_code


def _reset(people: People, token: str, password: str = NEW) -> int:
    body = {"token": token, "new_password": password}
    return people.client.post("/auth/reset-password", json=body).status_code


def _change(people: People, tokens: Tokens, email: str, password: str = PASSWORD) -> int:
    body = {"email": email, "current_password": password}
    return people.call("POST", "/auth/change-email", tokens, body).status_code


def _confirm(people: People, token: str) -> int:
    return people.client.post("/auth/confirm-email", json={"token": token}).status_code


def test_who_forgot_a_password_chooses_another_and_all_sessions_end(
    people: People, ada: Tokens
) -> None:
    assert _forgot(people) == 204
    assert _reset(people, people.token()) == 204
    assert people.mails[-1].subject == "Your password at People was changed"
    assert people.me(ada).status_code == 401
    assert people.refresh(ada).status_code == 401
    assert people.sign_in().status_code == 401
    assert people.sign_in(password=NEW).status_code == 200


def test_only_active_accounts_get_a_mail_and_nobody_is_told(people: People) -> None:
    people.sign_up("asleep@example.com")
    people.execute("UPDATE users SET is_active = false")
    sent = len(people.mails)
    assert [_forgot(people, who) for who in ("asleep@example.com", "no@example.com")] == [204, 204]
    assert len(people.mails) == sent


def test_an_account_that_is_disabled_by_then_is_not_opened_again(people: People) -> None:
    people.sign_up()
    _forgot(people)
    people.execute("UPDATE users SET is_active = false")
    assert _reset(people, people.token()) == 422


@pytest.mark.usefixtures("ada")
def test_a_weak_password_leaves_the_token_good(people: People) -> None:
    _forgot(people)
    token = people.token()
    assert _reset(people, token, "passwordpassword") == 422
    assert _reset(people, token) == 204
    assert _reset(people, token) == 422


@pytest.mark.usefixtures("ada")
def test_a_token_resets_one_password_also_when_it_comes_five_times_at_once(
    people: People,
) -> None:
    _forgot(people)
    tries = [(people.token(), f"{NEW}-{number}") for number in range(5)]
    with ThreadPoolExecutor(5) as pool:
        statuses = list(pool.map(lambda each: _reset(people, *each), tries))
    assert sorted(statuses) == [204, 422, 422, 422, 422]


def test_a_changed_password_makes_mailed_tokens_worthless(people: People, ada: Tokens) -> None:
    _forgot(people)
    token = people.token()
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert people.call("POST", "/auth/change-password", ada, body).status_code == 204
    assert _reset(people, token) == 422


def test_another_address_is_asked_for_by_password_and_proved_by_mail(
    people: People, ada: Tokens
) -> None:
    assert _change(people, ada, "lovelace@example.com", "a wrong password of mine") == 422
    assert _change(people, ada, "lovelace@example.com") == 204
    told = {mail.to: mail.subject for mail in people.mails[-2:]}
    assert told == {
        "lovelace@example.com": "Confirm your new address for People",
        "ada@example.com": "Your account at People shall have another address",
    }
    assert people.me(ada).json()["email"] == "ada@example.com"
    (token,) = [
        mail.text.partition("#token=")[2].split()[0]
        for mail in people.mails
        if mail.to == "lovelace@example.com"
    ]
    assert _confirm(people, token) == 204
    assert people.me(ada).json()["email"] == "lovelace@example.com"
    assert people.sign_in("ada@example.com").status_code == 401
    assert people.sign_in("lovelace@example.com").status_code == 200
    assert _confirm(people, token) == 422


def test_nothing_tells_whether_another_address_is_taken(people: People, ada: Tokens) -> None:
    people.sign_up("bob@example.com")
    sent = len(people.mails)
    assert _change(people, ada, "bob@example.com") == 204
    assert [mail.to for mail in people.mails[sent:]] == ["ada@example.com"]


def test_an_address_that_was_taken_in_the_meantime_stays_with_who_took_it(
    people: People, ada: Tokens
) -> None:
    _change(people, ada, "bob@example.com")
    token = people.mails[-2].text.partition("#token=")[2].split()[0]
    people.sign_up("bob@example.com")
    assert _confirm(people, token) == 409
    assert people.me(ada).json()["email"] == "ada@example.com"


def test_people_see_their_sessions_and_end_one(people: People, ada: Tokens) -> None:
    phone = TestClient(people.app, client=("192.0.2.7", 1), headers={"User-Agent": "Phone/1.0"})
    phone.portal = people.client.portal
    there = People(people.app, phone).sign_in().json()
    listed = people.call("GET", "/auth/sessions", ada).json()
    assert [(each["user_agent"], each["address"], each["is_current"]) for each in listed] == [
        ("Phone/1.0", "192.0.2.7", False),
        ("testclient", "testclient", True),
    ]
    path = f"/auth/sessions/{listed[0]['id']}"
    assert people.call("DELETE", path, ada).status_code == 204
    assert people.me(there).status_code == 401
    assert people.me(ada).status_code == 200
    assert people.call("DELETE", path, ada).status_code == 404


def test_nobody_ends_a_session_of_somebody_else(people: People, ada: Tokens) -> None:
    bob = people.join("bob@example.com")
    theirs = people.call("GET", "/auth/sessions", bob).json()[0]["id"]
    assert people.call("DELETE", f"/auth/sessions/{theirs}", ada).status_code == 404
    assert people.me(bob).status_code == 200


def test_who_signs_out_everywhere_is_out_everywhere(people: People, ada: Tokens) -> None:
    there = people.sign_in().json()
    assert people.call("POST", "/auth/sign-out-everywhere", ada).status_code == 204
    for tokens in (ada, there):
        assert people.me(tokens).status_code == 401
        assert people.refresh(tokens).status_code == 401


def test_an_account_is_deleted_by_who_knows_its_password(people: People, ada: Tokens) -> None:
    assert people.leave(ada, "a wrong password of mine").status_code == 422
    assert people.me(ada).status_code == 200
    assert people.leave(ada).status_code == 204
    assert people.me(ada).status_code == 401
    assert people.stored("SELECT count(*) FROM auth_sessions") == 0


def test_no_mail_goes_for_what_is_undone(people: People, ada: Tokens) -> None:
    people.sign_up("bob@example.com")
    sent = len(people.mails)
    assert _change(people, ada, "x" * 255) == 422
    assert _change(people, ada, "cy@example.com", "a wrong password of mine") == 422
    assert len(people.mails) == sent


def test_a_mail_of_a_savepoint_goes_with_the_whole_and_not_before(people: People) -> None:
    async def undone(session: AsyncSession) -> None:
        async with session.begin_nested():
            send(session, Mail("ada@example.com", "Hello", "Ada"))
        assert people.mails == []
        raise RuntimeError("undone")

    async def done(session: AsyncSession) -> None:
        async with session.begin_nested():
            send(session, Mail("ada@example.com", "Hello", "Ada"))
        assert people.mails == []

    with pytest.raises(RuntimeError):
        people.in_database(undone)
    assert people.mails == []
    people.in_database(done)
    assert [mail.subject for mail in people.mails] == ["Hello"]
