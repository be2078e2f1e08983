import json
from base64 import urlsafe_b64decode
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from keel import Settings
from keel.auth import AuthSession
from keel.auth.sessions.rotation import GRACE
from people import People
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession


def test_a_refresh_token_gives_a_new_pair_that_works(people: People) -> None:
    first = people.join()
    second = people.refresh(first).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert people.me(second).status_code == 200
    assert people.refresh(second).status_code == 200


def test_an_old_refresh_token_ends_the_session_for_whoever_holds_it(
    people: People, capsys: pytest.CaptureFixture[str]
) -> None:
    stolen = people.join()
    fresh = people.refresh(people.refresh(stolen).json()).json()
    assert people.refresh(stolen).status_code == 401
    assert people.refresh(fresh).status_code == 401
    assert people.me(fresh).status_code == 401
    lines = [line for line in capsys.readouterr().err.splitlines() if "token_reused" in line]
    assert len(lines) == 1
    assert "logger='keel.audit'" in lines[0]
    assert "audit_address='testclient'" in lines[0]
    assert stolen["refresh_token"] not in lines[0]


def test_an_old_token_leaves_the_persons_other_sessions_alone(people: People) -> None:
    stolen, other = people.join(), people.sign_in().json()
    people.refresh(people.refresh(stolen).json())
    assert people.refresh(stolen).status_code == 401
    assert people.refresh(other).status_code == 200


def test_a_lost_answer_is_given_again(people: People) -> None:
    tokens = people.join()
    lost = people.refresh(tokens).json()
    again = people.refresh(tokens).json()
    assert again["refresh_token"] == lost["refresh_token"]
    assert people.me(again).status_code == 200
    assert people.refresh(again).status_code == 200


def test_many_tabs_that_refresh_at_once_stay_signed_in(people: People) -> None:
    tokens = people.join()
    with ThreadPoolExecutor(8) as tabs:
        answers = list(tabs.map(people.refresh, [tokens] * 16))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert people.refresh(answers[0].json()).status_code == 200


def test_after_a_moment_an_answer_is_not_given_again(people: People) -> None:
    tokens = people.join()
    fresh = people.refresh(tokens).json()
    _age(people, "rotated_at", seconds=GRACE.total_seconds() + 1)
    assert people.refresh(tokens).status_code == 401
    assert people.refresh(fresh).status_code == 401


def test_a_session_ends_however_often_it_was_refreshed(people: People) -> None:
    tokens = people.refresh(people.join()).json()
    _age(people, "expires_at", seconds=2_592_000)
    assert people.refresh(tokens).status_code == 401


def test_an_access_token_does_not_outlive_its_session(people: People) -> None:
    tokens = people.join()
    _age(people, "expires_at", seconds=2_592_000 - 2)
    last = people.refresh(tokens).json()
    assert people.me(last).status_code == 200
    claims = json.loads(urlsafe_b64decode(last["access_token"].split(".")[1] + "=="))
    assert claims["exp"] - claims["iat"] <= 2
    assert last["expires_in"] <= 2


def test_one_person_has_so_many_sessions_and_the_one_used_longest_ago_ends(
    people: People, settings: Settings
) -> None:
    people.app.state.settings = settings.model_copy(update={"sessions_per_account": 2})
    first, second = people.join(), people.sign_in().json()
    first = people.refresh(first).json()
    third = people.sign_in().json()
    assert people.me(second).status_code == 401
    assert [people.me(tokens).status_code for tokens in (first, third)] == [200, 200]


def test_sessions_that_have_run_out_are_cleared_away_at_the_next_sign_in(people: People) -> None:
    people.join()
    people.sign_in()
    _age(people, "expires_at", seconds=2_592_000)
    people.sign_in()
    assert people.stored("SELECT count(*) FROM auth_sessions") == 1


def test_signing_out_ends_the_session_and_no_other(people: People) -> None:
    here, there = people.join(), people.sign_in().json()
    assert people.call("POST", "/auth/sign-out", here).status_code == 204
    assert people.me(here).status_code == 401
    assert people.refresh(here).status_code == 401
    assert people.me(there).status_code == 200
    assert people.refresh(there).status_code == 200


def test_nobody_signs_out_without_being_signed_in(people: People) -> None:
    assert people.client.post("/auth/sign-out").status_code == 401


def test_a_disabled_account_cannot_refresh(people: People) -> None:
    tokens = people.join()
    people.execute("UPDATE users SET is_active = false")
    assert people.refresh(tokens).status_code == 401
    people.execute("UPDATE users SET is_active = true")
    assert people.refresh(tokens).status_code == 200


def test_a_stale_access_token_is_no_hindrance_to_a_refresh(people: People) -> None:
    tokens = people.join()
    body = {"refresh_token": tokens["refresh_token"]}
    headers = {"Authorization": "Bearer stale"}
    assert people.client.post("/auth/refresh", json=body, headers=headers).status_code == 200


def test_what_is_no_refresh_token_of_ours_is_refused_and_harms_nobody(people: People) -> None:
    tokens = people.join()
    good, first = tokens["refresh_token"], tokens["refresh_token"][0]
    other = "A" if first != "A" else "B"
    for forged in (
        "",
        good[:-1],
        good[8:],
        good + "A",
        good + "=",
        good + "\n",
        good * 9,
        other + good[1:],
        "+" + good[1:],
        "é" + good[1:],
        "\0" + good[1:],
    ):
        assert people.refresh({"refresh_token": forged}).status_code in {401, 422}, forged
    assert people.refresh(tokens).status_code == 200


def test_an_access_token_is_no_refresh_token_and_the_other_way_round(people: People) -> None:
    tokens = people.join()
    assert people.refresh({"refresh_token": tokens["access_token"]}).status_code == 401
    assert people.me({"access_token": tokens["refresh_token"]}).status_code == 401


def test_no_token_is_stored(people: People) -> None:
    tokens = people.join()

    columns = "family_hash || token_hash"
    stored = people.stored(f"SELECT {columns} FROM auth_sessions")  # noqa: S608
    assert len(stored) == 128
    assert tokens["refresh_token"][:16] not in stored
    assert tokens["refresh_token"][-16:] not in stored


def _age(people: People, column: str, *, seconds: float) -> None:
    """Move a moment that is stored for every session into the past."""

    async def work(session: AsyncSession) -> None:
        for row in await session.exec(select(AuthSession)):
            setattr(row, column, getattr(row, column) - timedelta(seconds=seconds))

    people.in_database(work)
