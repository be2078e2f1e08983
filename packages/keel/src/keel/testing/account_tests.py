"""`AccountTests`: signing up, signing in, and one's own account."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from keel.access import Caller, Ownership, Rule
from keel.testing.answers import Answer
from keel.testing.callers import Callers
from keel.testing.cases import each, hide_tests_without_cases, where
from keel.testing.edges import Edge, refused
from keel.testing.endpoints import Endpoint, endpoints_of
from keel.testing.field_rules import field_rules_of
from keel.testing.fields import fields_of
from keel.testing.people import EMAIL, PASSWORD, ask_to_sign_in, new_person, signed_in
from keel.testing.references import hidden_references
from keel.testing.resource import resources_of
from keel.testing.rows import Rows
from keel.testing.standings import Standing
from keel.testing.store import Store
from keel.testing.visitors import Visitor

if TYPE_CHECKING:
    from keel.mail import Mail


def _offers(name: str) -> Callable[[dict[str, Endpoint]], bool]:
    return lambda endpoints: name in endpoints


def _refusals(name: str) -> Callable[[dict[str, Endpoint]], Iterator[Edge]]:
    def edges(endpoints: dict[str, Endpoint]) -> Iterator[Edge]:
        schema = endpoints[name].body if name in endpoints else None
        for field in fields_of(schema) if schema else ():
            yield from refused(field)

    return edges


def _begins_a_tenant(endpoints: dict[str, Endpoint]) -> bool:
    sign_up = endpoints.get("POST /sign-up")
    fields = fields_of(sign_up.body) if sign_up and sign_up.body else ()
    return any(field.is_a(BaseModel) for field in fields)


class AccountTests:
    """Tests of accounts; subclass it as `TestAccounts`, say where they are, add your own.

    Attributes:
        endpoints: The router with `/sign-up` and `/me`, as far as they are offered.
    """

    endpoints: ClassVar[APIRouter]
    resource: ClassVar[dict[str, Endpoint]]

    def __init_subclass__(cls) -> None:
        """Find what is offered, and drop the tests of what is not."""
        super().__init_subclass__()
        prefix = cls.endpoints.prefix
        cls.resource = {
            f"{endpoint.method} {endpoint.path.removeprefix(prefix)}": endpoint
            for endpoint in endpoints_of(cls.endpoints.routes)
        }
        hide_tests_without_cases(cls)

    @where(_offers("POST /sign-up"))
    def test_who_signs_up_can_sign_in(self, app: FastAPI, callers: Callers, rows: Rows) -> None:
        body = self._body("POST /sign-up", callers, app, rows)
        self._sign_up(app, callers.unknown, body)
        visitor = self._sign_in(callers.unknown, body["email"], body["password"])
        answer = visitor.get(self._url("me")).must_be(200, "they signed in")
        answer.must_hold(answer.body["email"] == body["email"], f"the e-mail {body['email']}")

    @where(_begins_a_tenant)
    def test_who_signs_up_begins_a_tenant(self, app: FastAPI, callers: Callers, rows: Rows) -> None:
        body = self._body("POST /sign-up", callers, app, rows)
        answer = self._sign_up(app, callers.unknown, body)
        strongest = list(app.state.user.roles)[-1]
        answer.must_hold(answer.body["role"] == strongest, f"the role {strongest}")
        (begun,) = [each for each in rows.store.all(app.state.user) if each.email == body["email"]]
        tenant_id = getattr(begun, begun.tenant_field)
        answer.must_hold(tenant_id != callers.owner.caller.tenant_id, "a tenant of their own")

    @where(_offers("POST /sign-up"))
    def test_an_email_signs_up_once(self, app: FastAPI, callers: Callers, rows: Rows) -> None:
        body = self._body("POST /sign-up", callers, app, rows)
        self._sign_up(app, callers.unknown, body)
        again = callers.unknown.post(self._url("sign-up"), body | {"email": body["email"].upper()})
        again.must_be(204, "no answer tells whether an address has an account")
        again.must_hold(not self._token(app), "a mail without a token: it has one")

    @where(_offers("POST /sign-up"))
    def test_a_token_of_a_mail_is_good_once(
        self, app: FastAPI, callers: Callers, rows: Rows
    ) -> None:
        body = self._body("POST /sign-up", callers, app, rows)
        self._sign_up(app, callers.unknown, body)
        used = {"token": self._token(app)}
        again = callers.unknown.post(self._url("verify-email"), used)
        again.must_be(422, "it was used").must_name("token")

    @each(_refusals("POST /sign-up"))
    def test_nobody_signs_up_with(
        self, app: FastAPI, callers: Callers, rows: Rows, case: Edge
    ) -> None:
        body = self._body("POST /sign-up", callers, app, rows) | {case.field: case.value}
        answer = callers.unknown.post(self._url("sign-up"), body).must_be(422, str(case))
        answer.must_name(case.field)

    @where(_offers("POST /sign-up"))
    def test_nobody_signs_up_with_what_others_set(
        self, app: FastAPI, callers: Callers, rows: Rows, subtests: pytest.Subtests
    ) -> None:
        for name, value in self._set_by_others("POST /sign-up", callers, app, rows).items():
            with subtests.test(name):
                body = self._body("POST /sign-up", callers, app, rows) | {name: value}
                answer = callers.unknown.post(self._url("sign-up"), body)
                answer.must_be(403, "people may not set it themselves").must_name(name)

    @where(_offers("PATCH /me"))
    def test_nobody_changes_what_others_set(
        self, app: FastAPI, callers: Callers, rows: Rows, subtests: pytest.Subtests
    ) -> None:
        for name, value in self._set_by_others("PATCH /me", callers, app, rows).items():
            with subtests.test(name):
                answer = callers.owner.patch(self._url("me"), {name: value})
                answer.must_be(403, "people may not set it themselves").must_name(name)

    @where(_offers("GET /me"))
    def test_people_see_of_their_account_what_is_theirs(
        self, app: FastAPI, callers: Callers, subtests: pytest.Subtests
    ) -> None:
        answer = callers.owner.get(self._url("me")).must_be(200, "it is their own")
        for name, rules in field_rules_of(app.state.user).items():
            is_theirs = _is_theirs(rules.read, callers.owner.caller)
            with subtests.test(name):
                answer.must_hold((name in answer.body) == is_theirs, f"{name}: {rules.read}")

    @where(_offers("GET /me"))
    def test_a_wrong_password_does_not_sign_in(self, callers: Callers) -> None:
        new_person(callers)
        self._sign_in(callers.unknown, EMAIL, PASSWORD)
        answer = ask_to_sign_in(callers.unknown, self._prefix, EMAIL, f"{PASSWORD}!")
        answer.must_be(401, "it is wrong")

    @where(_offers("GET /me"))
    def test_a_disabled_account_is_nobody(
        self, app: FastAPI, callers: Callers, store: Store
    ) -> None:
        disabled = callers.new("a disabled account")
        account = store.find(app.state.user, disabled.id)
        assert account is not None, "it was made a moment ago"
        store.change(account, {"is_active": False})
        disabled.get(self._url("me")).must_be(401, "the account is disabled")

    @where(_offers("GET /me"))
    def test_who_signs_out_is_nobody(self, callers: Callers) -> None:
        callers.owner.get(self._url("me")).must_be(200, "the session lasts")
        answer = callers.owner.send("POST", f"{self._prefix}/auth/sign-out")
        answer.must_be(204, "the session lasts")
        callers.owner.get(self._url("me")).must_be(401, "the session has ended")

    @where(_offers("POST /me/delete"))
    def test_who_deletes_their_account_is_nobody(self, callers: Callers) -> None:
        new_person(callers)
        visitor = self._sign_in(callers.unknown, EMAIL, PASSWORD)
        url, wrong = self._url("me/delete"), {"current_password": f"{PASSWORD}!"}
        visitor.post(url, wrong).must_be(422, "it is wrong").must_name("current_password")
        visitor.post(url, {"current_password": PASSWORD}).must_be(204, "it is their own")
        visitor.get(self._url("me")).must_be(401, "the account is gone")

    @where(_offers("GET /me"))
    def test_who_forgot_a_password_chooses_another_by_mail(
        self, app: FastAPI, callers: Callers
    ) -> None:
        before, other = new_person(callers), f"{PASSWORD}-again"
        asked = callers.unknown.post(f"{self._prefix}/auth/forgot-password", {"email": EMAIL})
        asked.must_be(204, "anybody may ask")
        body = {"token": self._token(app), "new_password": other}
        reset = callers.unknown.post(f"{self._prefix}/auth/reset-password", body)
        reset.must_be(204, "the token came by mail")
        before.get(self._url("me")).must_be(401, "every session ends")
        self._sign_in(callers.unknown, EMAIL, other)

    @each(_refusals("PATCH /me"))
    def test_nobody_changes_their_account_to(self, callers: Callers, case: Edge) -> None:
        answer = callers.owner.patch(self._url("me"), {case.field: case.value})
        answer.must_be(422, str(case)).must_name(case.field)

    @where(_offers("PATCH /me"))
    def test_a_changed_account_stays_changed(
        self, app: FastAPI, callers: Callers, rows: Rows
    ) -> None:
        body = self._body("PATCH /me", callers, app, rows)
        answer = callers.owner.patch(self._url("me"), body)
        answer.must_be(200, "the body is valid")
        again = callers.owner.get(self._url("me"))
        again.must_hold(again.body == answer.body, f"what the change answered: {answer.body}")

    @pytest.fixture(autouse=True)
    def _know_where(self, app: FastAPI) -> None:
        self._prefix: str = app.state.prefix

    def _url(self, name: str) -> str:
        return f"{self._prefix}{self.endpoints.prefix}/{name}"

    def _sign_up(self, app: FastAPI, visitor: Visitor, body: Mapping[str, Any]) -> Answer:
        """The answer with the account, once the token of the mail was used."""
        visitor.post(self._url("sign-up"), body).must_be(204, "signing up is for anyone")
        token = {"token": self._token(app)}
        answer = visitor.post(self._url("verify-email"), token)
        return answer.must_be(201, "the token came by mail")

    def _token(self, app: FastAPI) -> str:
        """The token of the last mail; nothing if it has none."""
        mails: list[Mail] = app.state.post.mails
        found = re.search(r"#token=(\S+)", mails[-1].text)
        return found[1] if found else ""

    def _sign_in(self, visitor: Visitor, email: str, password: str) -> Visitor:
        return signed_in(ask_to_sign_in(visitor, self._prefix, email, password), visitor)

    def _body(self, endpoint: str, callers: Callers, app: FastAPI, rows: Rows) -> dict[str, Any]:
        """A body that an endpoint takes; it refers to nothing that its sender cannot see."""
        schema, user = self.resource[endpoint].body, app.state.user
        assert schema is not None, f"{endpoint} takes no body"
        sender = callers.unknown if endpoint == "POST /sign-up" else callers.owner
        policies = {resource.model: resource.policy for resource in resources_of(app)}
        hidden = hidden_references(user, sender.caller, policies)
        body = rows.body(schema, user, sender.caller.id)
        mine = body.keys() - self._not_theirs(endpoint, callers, app)
        return {name: None if name in hidden else body[name] for name in body if name in mine}

    def _set_by_others(
        self, endpoint: str, callers: Callers, app: FastAPI, rows: Rows
    ) -> dict[str, Any]:
        """Values that a body has room for, of fields that people may not set themselves."""
        schema, user = self.resource[endpoint].body, app.state.user
        named = self._not_theirs(endpoint, callers, app)
        settable = [field.name for field in (fields_of(schema) if schema else ())]
        return {name: rows.value(user, name) for name in settable if name in named}

    def _not_theirs(self, endpoint: str, callers: Callers, app: FastAPI) -> set[str]:
        """The fields that people may not set of their own account, in the role that they have."""
        begins = endpoint == "POST /sign-up" and _begins_a_tenant(self.resource)
        somebody = callers.strongest if begins else callers.owner
        rules = field_rules_of(app.state.user).items()
        return {name for name, each in rules if not _is_theirs(each.write, somebody.caller)}


def _is_theirs(rule: Rule, of: Caller) -> bool:
    """Whether a rule admits somebody to their own account."""
    return Standing(of, frozenset({Ownership()})).meets(rule)
