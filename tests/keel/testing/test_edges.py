"""Edges are where a schema says yes, and one step past them it says no."""

import json

import pytest
from keel.data.types.sent import as_sent
from keel.testing.edges import Edge, accepted, refused
from keel.testing.fields import fields_of
from keel.testing.samples import Samples
from pydantic import ValidationError

from tests.keel.testing.everything import Changes, Everything

BODY = Samples().body(Everything)
ACCEPTED = [edge for field in fields_of(Everything) for edge in accepted(field)]
REFUSED = [edge for field in fields_of(Everything) for edge in refused(field)]


def validate(edge: Edge) -> None:
    Everything.model_validate_json(json.dumps(as_sent(BODY | {edge.field: edge.value})))


@pytest.mark.parametrize("edge", ACCEPTED, ids=str)
def test_a_value_at_an_edge_is_accepted(edge: Edge) -> None:
    validate(edge)


@pytest.mark.parametrize("edge", REFUSED, ids=str)
def test_a_value_past_an_edge_is_refused(edge: Edge) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate(edge)
    assert {error["loc"][0] for error in refusal.value.errors()} == {edge.field}


def test_both_sides_of_every_bound_are_tried() -> None:
    said = {str(edge) for edge in (*ACCEPTED, *REFUSED)}
    assert {
        "title of 2 characters",
        "title of 3 characters",
        "title of 30 characters",
        "title of 31 characters",
        "title is null",
        "title holds NUL",
        "code does not match ^[A-Z]{2}$",
        "rating of 0",
        "rating of 1",
        "rating of 5",
        "rating of 6",
        "depth of -1",
        "depth of 0",
        "price of -0.01",
        "price of 6 digits",
        "price of one digit too many",
        "price of 3 decimal places",
        "about is null",
        "colour is red",
        "colour is not of its kind",
        "email is no email",
        "day is not of its kind",
        "closes of 12:00:00",
        "closes of 11:59:59.999999",
        "closes of 22:00:00.000001",
        "lap of 400 days, 0:00:00",
        "lap of 399 days, 23:59:59.999999",
        "length of a month",
        "country is no code",
        "labels of 0 items",
        "labels of 4 items",
        "labels of 5 items",
        "labels with an item: of 10 characters",
        "days of 1 item",
        "countries with an item: is no code",
    } <= said


def test_a_field_that_may_be_absent_keeps_its_bounds() -> None:
    title, about = fields_of(Changes)
    assert (title.shortest, title.longest, title.nullable, title.required) == (3, 30, False, False)
    assert (about.longest, about.nullable, about.required) == (100, True, False)
