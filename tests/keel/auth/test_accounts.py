import json
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from exemplar.roles import Role
from exemplar.users.repository import UserRepository
from exemplar.users.schemas import UserCreate, UserUpdate
from exemplar.users.service import UserService
from keel.access import Caller, Policy, signed_in
from keel.auth.context import AuthContext
from keel.auth.recovery.passwords import change_password
from keel.auth.schemas import PasswordChange
from keel.auth.sessions.device import Device
from keel.data import new_id
from keel.problems import Forbidden, Unauthorized
from people import PASSWORD, People, Tokens
from sqlmodel.ext.asyncio.session import AsyncSession

NEW = "eight-loud-herons-fishing"


class ForMembers(UserRepository):
    """A backend that lets every member manage accounts."""

    policy = Policy(read=signed_in, write=signed_in)


@pytest.fixture
def admin(people: People) -> Tokens:
    return people.join("root@example.com", "admin")


def _change(people: People, of: Tokens, by: Tokens, **body: object) -> int:
    return people.call("PATCH", people.path_of(of), by, body).status_code


def test_people_reach_their_own_account_whatever_the_policy_says_of_others(people: People) -> None:
    tokens = people.join()
    changed = people.call("PATCH", "/users/me", tokens, {"full_name": "Ada"})
    assert changed.json()["full_name"] == "Ada"
    assert people.me(tokens).json() == changed.json()
    assert people.call("GET", people.path_of(tokens), tokens).status_code == 403
    assert people.leave(tokens).status_code == 204


def test_people_cannot_change_what_their_profile_does_not_hold(people: People) -> None:
    tokens = people.join()
    for field in ("role", "is_active", "password_hash", "id"):
        assert people.call("PATCH", "/users/me", tokens, {field: "admin"}).status_code == 422
        body = {"email": "bob@example.com", "password": PASSWORD, field: "admin"}
        assert people.client.post("/users/sign-up", json=body).status_code == 422


def test_an_email_has_one_account(people: People) -> None:
    assert people.sign_up("ada@example.com").status_code == 201
    assert people.ask_to_sign_up("ADA@example.com").status_code == 204
    assert people.token() == ""


def test_an_admin_makes_an_account_with_a_role(people: People, admin: Tokens) -> None:
    body = {"email": "bob@example.com", "password": PASSWORD, "role": "admin"}
    made = people.call("POST", "/users", admin, body)
    assert made.status_code == 201
    assert made.json()["role"] == "admin"
    assert people.sign_in("bob@example.com").status_code == 200


def test_a_password_that_an_admin_sets_ends_the_sessions_of_the_account(
    people: People, admin: Tokens
) -> None:
    tokens = people.join()
    assert _change(people, tokens, admin, password=NEW) == 200
    assert people.me(tokens).status_code == 401
    assert people.refresh(tokens).status_code == 401
    assert people.sign_in(password=PASSWORD).status_code == 401
    assert people.sign_in(password=NEW).status_code == 200


def test_other_changes_leave_sessions_alone(people: People, admin: Tokens) -> None:
    tokens = people.join()
    assert _change(people, tokens, admin, full_name="Ada", is_active=True, role="member") == 200
    assert people.me(tokens).status_code == 200


def test_a_password_that_an_admin_sets_must_not_hold_the_accounts_email(
    people: People, admin: Tokens
) -> None:
    tokens = people.join("lovelace@example.com")
    assert _change(people, tokens, admin, password="lovelace-lovelace") == 422


def test_people_change_their_password_and_stay_signed_in_only_here(people: People) -> None:
    here, there = people.join(), people.sign_in().json()
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert people.call("POST", "/auth/change-password", here, body).status_code == 204
    assert people.me(here).status_code == 200
    assert people.me(there).status_code == 401
    assert people.refresh(there).status_code == 401
    assert people.sign_in(password=PASSWORD).status_code == 401
    assert people.sign_in(password=NEW).status_code == 200


def test_a_password_is_changed_only_by_who_knows_it_and_only_to_a_good_one(people: People) -> None:
    tokens = people.join()
    wrong = {"current_password": "not the password", "new_password": NEW}
    weak = {"current_password": PASSWORD, "new_password": "passwordpassword"}
    for body, field in ((wrong, "current_password"), (weak, "new_password")):
        answer = people.call("POST", "/auth/change-password", tokens, body)
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == [f"body.{field}"]
    assert people.sign_in().status_code == 200


def test_an_account_that_is_gone_by_then_gets_no_new_password(people: People) -> None:
    async def change(session: AsyncSession) -> None:
        state = people.app.state
        context = AuthContext(
            session,
            state.user,
            state.settings,
            state.tokens,
            state.throttle,
            state.passwords,
            state.mails,
            state.second_step,
            state.api_keys,
            Device("", "192.0.2.1"),
        )
        body = PasswordChange(current_password=PASSWORD, new_password=NEW)
        await change_password(context, Caller(id=new_id(), role=Role.MEMBER), body)

    with pytest.raises(Unauthorized):
        people.in_database(change)


def test_the_last_active_admin_stays(people: People, admin: Tokens) -> None:
    people.join("asleep@example.com", "admin")
    people.execute("UPDATE users SET is_active = false WHERE email = 'asleep@example.com'")
    path = people.path_of(admin)
    assert _change(people, admin, admin, role="member") == 409
    assert _change(people, admin, admin, is_active=False) == 409
    assert people.call("DELETE", path, admin).status_code == 409
    assert people.leave(admin).status_code == 409
    assert _change(people, admin, admin, full_name="Root") == 200


def test_an_admin_may_go_while_another_stays(people: People, admin: Tokens) -> None:
    people.join("other@example.com", "admin")
    assert people.leave(admin).status_code == 204


def test_of_two_admins_who_go_at_once_one_stays(people: People, admin: Tokens) -> None:
    other = people.join("other@example.com", "admin")
    with ThreadPoolExecutor(2) as both:
        leaving = both.map(people.leave, [admin, other])
        statuses = [answer.status_code for answer in leaving]
    assert sorted(statuses) == [204, 409]


def test_nobody_manages_an_account_stronger_than_their_own(people: People) -> None:
    admin, member = people.join("root@example.com", "admin"), people.join()
    root, ada = (UUID(people.path_of(tokens)[-36:]) for tokens in (admin, member))
    made = UserCreate(email="bob@example.com", password=PASSWORD, role=Role.ADMIN)

    async def work(session: AsyncSession) -> None:
        users = UserService(ForMembers(session, Caller(id=ada, role="member")))
        assert (await users.update(ada, UserUpdate(full_name="Ada"))).full_name == "Ada"
        for attempt in (
            users.create(made),
            users.update(ada, UserUpdate(role=Role.ADMIN)),
            users.update(root, UserUpdate(password=NEW)),
            users.delete(root),
        ):
            with pytest.raises(Forbidden):
                await attempt

    people.in_database(work)


def test_no_answer_of_the_api_holds_a_password_or_its_hash(people: People, admin: Tokens) -> None:
    people.join()
    listed = people.call("GET", "/users", admin)
    assert len(listed.json()["items"]) == 2
    assert not {"password", "password_hash"} & set(json.dumps(listed.json()).split('"'))
