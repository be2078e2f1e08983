"""`EndpointTests`: what every endpoint beside the resources must do, whatever its logic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter
from pydantic import BaseModel

from keel.data import Model
from keel.testing.call import Call, Operation, operation_named
from keel.testing.cases import each, hide_tests_without_cases
from keel.testing.edges import Edge, refused
from keel.testing.fields import fields_of
from keel.testing.references import NOWHERE
from keel.testing.standings import lets


@dataclass(frozen=True, slots=True)
class Called:
    """An operation and the rows that it takes the ids of."""

    operation: Operation
    rows: Mapping[str, type[Model]]


def _kinds(called: Called) -> list[str]:
    rule = called.operation.rule
    return ["unknown", "stranger", "owner", *lets(rule), *map(str, rule.roles)]


def _rows_of_the_path(called: Called) -> list[str]:
    return [name for name in called.operation.path_schema.model_fields if name in called.rows]


def _rows_of_tenants(called: Called) -> list[str]:
    return [name for name in _rows_of_the_path(called) if called.rows[name].tenant_field]


def _past(schema: type[BaseModel] | None, *, as_text: bool) -> Iterator[Edge]:
    if schema is None:
        return
    yield Edge("no_such_member", "1", "does not exist")
    for field in fields_of(schema):
        for edge in refused(field):
            if not as_text or isinstance(edge.value, int | str):
                yield edge


def _required(called: Called) -> list[str]:
    body = called.operation.endpoint.body
    return [field.name for field in fields_of(body) if field.required] if body else []


class EndpointTests:
    """Tests of one endpoint; subclass it as `TestRestockBook`, say which it is, add your own.

    Attributes:
        endpoints: The router with its route.
        name: What its route is called.
        rows: The models of the rows that it takes the ids of: `{"book_id": Book}`.
    """

    endpoints: ClassVar[APIRouter]
    name: ClassVar[str]
    rows: ClassVar[Mapping[str, type[Model]]] = {}
    resource: ClassVar[Called]

    def __init_subclass__(cls) -> None:
        """Find the endpoint, and drop the tests of what it does not have."""
        super().__init_subclass__()
        cls.resource = Called(operation_named(cls.name, cls.endpoints.routes), cls.rows)
        hide_tests_without_cases(cls)

    @each(_kinds)
    def test_it_is_for_whom_its_rule_says(self, call: Call, case: str) -> None:
        visitor = call.visitor(case)
        answer = call.send(visitor)
        if not call.operation.rule.admits(visitor.caller):
            status = 403 if visitor.caller.is_signed_in else 401
            answer.must_be(status, f"this is for: {call.operation.rule}")
        elif call.operation.rule.admits_all_rows(visitor.caller) or case == "owner":
            answer.must_hold(answer.status not in {401, 403}, "to be let in")
        else:
            answer.must_hold(answer.status in {403, 404}, "no way to what belongs to another")

    @each(_rows_of_the_path)
    def test_an_unknown_row_is_not_found(self, call: Call, case: str) -> None:
        call.send(path={case: NOWHERE}).must_be(404, "no row has this id")

    @each(_rows_of_tenants)
    def test_a_row_of_another_tenant_is_not_found(self, call: Call, case: str) -> None:
        theirs = call.path()[case]
        outsider = call.callers.outsider
        call.send(outsider, path={case: theirs}).must_be(404, "the row is of another tenant")

    @each(_rows_of_the_path)
    def test_what_is_no_id_is_refused(self, call: Call, case: str) -> None:
        call.send(path={case: "none"}).must_be(422, "this is no UUID")

    @each(lambda called: _past(called.operation.endpoint.query, as_text=True))
    def test_a_query_past_its_bounds_is_refused(self, call: Call, case: Edge) -> None:
        call.send(query={case.field: case.value}).must_be(422, str(case)).must_name(case.field)

    @each(lambda called: _past(called.operation.endpoint.body, as_text=False))
    def test_a_body_past_its_bounds_is_refused(self, call: Call, case: Edge) -> None:
        call.send(body={case.field: case.value}).must_be(422, str(case)).must_name(case.field)

    @each(_required)
    def test_what_is_required_cannot_be_left_out(self, call: Call, case: str) -> None:
        call.send_without(case).must_be(422, f"{case} is required").must_name(case)
