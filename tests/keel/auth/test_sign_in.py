import asyncio
import json
import statistics
import time
from itertools import product
from pathlib import Path

import bcrypt
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from keel import Settings
from keel.auth.passwords.hashing import hash_password
from people import PASSWORD, People


def test_who_signs_up_can_sign_in_and_is_known(people: People) -> None:
    answer = people.sign_up("ada@example.com")
    assert answer.status_code == 201
    assert answer.json()["role"] == "member"
    assert people.me(people.sign_in("ada@example.com").json()).json() == answer.json()


def test_an_email_signs_in_however_it_is_typed(people: People) -> None:
    people.sign_up("Ada@Example.com")
    assert people.sign_in("aDA@exAMPLE.COM").status_code == 200


SPELLINGS = [
    " ada@b\u00fccher.example",
    "ada@xn--bcher-kva.example",
    "Ada@BU\u0308CHER.Example",
    "Ada <ada@b\u00fccher.example>",
]


def test_an_email_signs_in_however_it_is_spelled(people: People) -> None:
    assert people.sign_up(SPELLINGS[0]).status_code == 201
    for spelling in SPELLINGS:
        assert people.ask_to_sign_up(spelling).status_code == 204
        assert "You have an account" in people.mails[-1].subject
        assert people.sign_in(spelling).status_code == 200


def test_an_answer_with_tokens_says_how_long_they_last_and_is_not_stored(people: People) -> None:
    people.sign_up()
    answer = people.sign_in()
    assert answer.json()["token_type"] == "Bearer"
    assert answer.json()["expires_in"] == 900
    assert answer.headers["cache-control"] == "no-store"


def test_the_form_of_the_docs_authorize_box_signs_in(people: People) -> None:
    people.sign_up()
    form = {
        "grant_type": "password",
        "username": "ada@example.com",
        "password": PASSWORD,
        "scope": "",
        "client_id": "",
        "client_secret": "",
    }
    assert people.client.post("/auth/sign-in", data=form).status_code == 200


def test_a_sign_in_is_a_form_and_nothing_else(people: People) -> None:
    people.sign_up()
    body = {"username": "ada@example.com", "password": PASSWORD}
    assert people.client.post("/auth/sign-in", json=body).status_code == 415


def test_unknown_disabled_and_wrong_get_the_same_answer(people: People) -> None:
    people.sign_up("wrong@example.com")
    people.sign_up("disabled@example.com")
    people.execute("UPDATE users SET is_active = false WHERE email = 'disabled@example.com'")
    answers = [
        people.sign_in("unknown@example.com"),
        people.sign_in("wrong@example.com", "a wrong password of mine"),
        people.sign_in("disabled@example.com"),
        people.sign_in("no address at all"),
    ]
    seen: list[object] = []
    for answer in answers:
        assert answer.status_code == 401
        own = {"x-request-id", "date"}
        headers = {name: said for name, said in answer.headers.items() if name not in own}
        seen.append((answer.json() | {"request_id": ""}, headers))
    assert all(answer == seen[0] for answer in seen)


def test_an_unknown_account_takes_as_long_as_a_known_one(people: People) -> None:
    people.sign_up()
    taken: dict[str, list[float]] = {"ada@example.com": [], "unknown@example.com": []}
    for _ in range(9):
        for email, times in taken.items():
            begun = time.process_time()  # all threads, and no other process
            assert people.sign_in(email, "a wrong password of mine").status_code == 401
            times.append(time.process_time() - begun)
    known, unknown = (statistics.median(times) for times in taken.values())
    assert 0.6 < known / unknown < 1.6


def test_what_cannot_be_stored_is_refused_in_every_field(people: People) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    good = {"username": "ada@example.com", "password": PASSWORD, "scope": "", "client_id": ""}
    for field, bad in product(good, ["a%00b", "%ED%A0%80", "%FF", "x" * 5_000]):
        form = "&".join(f"{name}={value}" for name, value in (good | {field: bad}).items())
        answer = people.client.post("/auth/sign-in", content=form, headers=headers)
        assert answer.status_code in {401, 422}, (field, bad)
        assert bad not in answer.text


def test_a_password_counts_to_its_last_character(people: People) -> None:
    long = "".join(chr(ord("a") + i * 7 % 26) for i in range(1_000))
    people.sign_up(password=long)
    assert people.sign_in(password=long[:-1] + "!").status_code == 401
    assert people.sign_in(password=long).status_code == 200


def test_a_password_is_the_same_however_its_letters_are_composed(people: People) -> None:
    people.sign_up(password="sept-loutres-\u00e9gar\u00e9es")
    assert people.sign_in(password="sept-loutres-e\u0301gare\u0301es").status_code == 200


EASY = [
    "short",
    "aaaaaaaaaaaaaaaaaaaa",
    "passwordpassword",
    "Password12345!!",
    "qwertyuiop123456",
    "correct horse battery staple",
    "ada.lovelace@example.com",
    "Lovelace-2024-Ada",
]
IMPOSSIBLE = ["x" * 1_025, "a\0-quiet-otter-rowing", "a\ud800-quiet-otter-rowing"]


def test_a_password_that_is_easy_or_impossible_is_refused(people: People) -> None:
    for password in EASY + IMPOSSIBLE:
        # As JSON in plain ASCII, because no client could send half of a surrogate pair.
        body = json.dumps({"email": "ada.lovelace@example.com", "password": password})
        headers = {"Content-Type": "application/json"}
        answer = people.client.post("/users/sign-up", content=body, headers=headers)
        assert answer.status_code == 422, password
        assert answer.json()["errors"][0]["field"] in {"body", "body.password"}
        assert password not in answer.text


def test_a_longer_password_may_be_asked_for(settings: Settings, app: FastAPI) -> None:
    app.state.settings = settings.model_copy(update={"password_min_length": 30})
    with TestClient(app) as client:
        answer = People(app, client).sign_up(password=PASSWORD)
    assert answer.status_code == 422
    message = "It has 25 characters; at least 30 are needed."
    assert answer.json()["errors"] == [{"field": "body.password", "message": message}]


def test_passwords_of_a_list_may_be_refused(
    settings: Settings, app: FastAPI, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked.txt"
    blocked.write_text(f"something else entirely\n{PASSWORD.upper()}\n")
    app.state.settings = settings.model_copy(update={"password_blocklist_file": blocked})
    with TestClient(app) as client:
        assert People(app, client).sign_up(password=PASSWORD).status_code == 422
        assert People(app, client).sign_up(password=f"{PASSWORD}s").status_code == 201


def test_a_hash_of_bcrypt_is_taken_and_replaced_at_sign_in(people: People) -> None:
    people.sign_up()
    older = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    people.execute("UPDATE users SET password_hash = :older", older=older)
    assert people.sign_in(password="a wrong password of mine").status_code == 401
    assert people.sign_in().status_code == 200
    assert people.stored("SELECT password_hash FROM users").startswith("$argon2id$")
    assert people.sign_in().status_code == 200


def test_a_hash_that_became_too_weak_is_replaced_at_sign_in(people: People) -> None:
    people.sign_up()
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    people.execute("UPDATE users SET password_hash = :weak", weak=weak)
    assert people.sign_in().status_code == 200
    assert people.stored("SELECT password_hash FROM users").startswith(
        "$argon2id$v=19$m=19456,t=2,p=1$"
    )
    assert people.sign_in().status_code == 200


def test_a_stored_hash_of_no_known_kind_fits_nothing(people: People) -> None:
    people.sign_up()
    people.execute("UPDATE users SET password_hash = ''")
    assert people.sign_in().status_code == 401


def test_no_password_is_stored_or_answered(people: People) -> None:
    answer = people.sign_up()
    assert PASSWORD not in people.stored("SELECT password_hash FROM users")
    assert "password" not in answer.text


def test_thirty_sign_ins_at_once_leave_the_loop_free_for_others() -> None:
    async def longest_stall_and_all() -> tuple[float, float]:
        begun = last = time.perf_counter()
        longest = 0.0
        hashing = [asyncio.create_task(hash_password(PASSWORD)) for _ in range(30)]
        while not all(task.done() for task in hashing):
            await asyncio.sleep(0)
            longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
        return longest, last - begun

    longest, everything = asyncio.run(longest_stall_and_all())
    assert longest < everything / 3
