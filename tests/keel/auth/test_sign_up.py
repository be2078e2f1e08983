"""An account begins when its address is proved, and no answer tells who has one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from keel.auth import OneTimeToken
from people import PASSWORD, People
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

OTHER = "eight-loud-herons-fishing"


def _verify(people: People, token: str) -> int:
    return people.client.post("/users/verify-email", json={"token": token}).status_code


def test_there_is_no_account_before_the_address_is_proved(people: People) -> None:
    assert people.ask_to_sign_up().status_code == 204
    assert people.sign_in().status_code == 401
    assert people.stored("SELECT count(*) FROM users") == 0
    assert _verify(people, people.token()) == 201
    assert people.sign_in().status_code == 200


def test_the_answer_is_the_same_whether_the_address_has_an_account_or_not(people: People) -> None:
    people.sign_up("known@example.com")
    seen = []
    for email in ("known@example.com", "unknown@example.com"):
        answer = people.ask_to_sign_up(email)
        own = {"x-request-id", "date"}
        headers = {name: said for name, said in answer.headers.items() if name not in own}
        seen.append((answer.status_code, answer.content, headers))
    assert seen[0] == seen[1]
    assert [mail.to for mail in people.mails[-2:]] == ["known@example.com", "unknown@example.com"]
    assert "#token=" not in people.mails[-2].text
    assert "#token=" in people.mails[-1].text


def test_a_stranger_who_signs_up_first_does_not_choose_the_password(people: People) -> None:
    people.ask_to_sign_up(password=OTHER)
    people.ask_to_sign_up(password=PASSWORD)
    assert _verify(people, people.token()) == 201
    assert people.sign_in(password=OTHER).status_code == 401
    assert people.sign_in(password=PASSWORD).status_code == 200


def test_a_token_is_good_once_also_when_it_comes_ten_times_at_once(people: People) -> None:
    people.ask_to_sign_up()
    with ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(lambda token: _verify(people, token), [people.token()] * 10))
    assert sorted(statuses) == [201] + [422] * 9


def test_of_two_tokens_for_one_address_one_is_good(people: People) -> None:
    people.ask_to_sign_up()
    first = people.token()
    people.ask_to_sign_up()
    assert _verify(people, people.token()) == 201
    assert _verify(people, first) == 422


def test_a_token_that_has_run_out_is_worth_nothing(people: People) -> None:
    people.ask_to_sign_up()
    token = people.token()

    async def age(session: AsyncSession) -> None:
        for row in await session.exec(select(OneTimeToken)):
            row.expires_at -= timedelta(hours=1)

    people.in_database(age)
    assert _verify(people, token) == 422


def test_a_token_for_one_thing_is_worth_nothing_for_another(people: People) -> None:
    people.ask_to_sign_up()
    body = {"token": people.token(), "new_password": OTHER}
    assert people.client.post("/auth/reset-password", json=body).status_code == 422
    body = {"token": people.token()}
    assert people.client.post("/auth/confirm-email", json=body).status_code == 422
    assert _verify(people, people.token()) == 201


def test_of_a_token_and_of_a_password_only_hashes_are_stored(people: People) -> None:
    people.ask_to_sign_up()
    columns = "token_hash || CAST(data AS TEXT)"
    stored = people.stored(f"SELECT {columns} FROM auth_tokens")  # noqa: S608
    assert people.token() not in stored
    assert PASSWORD not in stored
    assert "$argon2id$" in stored


def test_links_in_mails_lead_where_the_settings_say_and_not_where_a_request_does(
    people: People,
) -> None:
    body = {"email": "ada@example.com", "password": PASSWORD}
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    people.client.post("/users/sign-up", json=body, headers=headers)
    assert "http://127.0.0.1:8000/verify-email#token=" in people.mails[-1].text
    assert "evil" not in people.mails[-1].text


def test_nobody_signs_up_for_others_with_another_address_that_looks_alike(people: People) -> None:
    assert people.ask_to_sign_up("a\nBcc: all@example.com").status_code == 422
    assert people.mails == []
