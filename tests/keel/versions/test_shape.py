"""What is sent in an older shape is, in that of today, the very same."""

import pytest
from fastapi import APIRouter
from keel.data.types.sent import as_sent
from keel.testing.samples import Samples
from keel.versions import Shape

from tests.keel.testing.everything import Changes, Everything


class EverythingV1(Everything):
    pass


class ChangesV1(Changes):
    pass


SHAPE = Shape(APIRouter(), {Everything: EverythingV1, Changes: ChangesV1})


@pytest.mark.parametrize("seed", range(20))
def test_values_of_every_type_stay_as_they_were_sent(seed: int) -> None:
    body = as_sent(Samples(seed).body(Everything, "everything"))
    sent = EverythingV1.model_validate(body)
    today = SHAPE.today(sent)
    assert type(today) is Everything
    assert today.model_dump() == sent.model_dump()
    assert today.model_fields_set == sent.model_fields_set


@pytest.mark.parametrize("body", [{}, {"about": None}, {"title": "Emma"}])
def test_what_a_change_leaves_out_stays_left_out(body: dict[str, str | None]) -> None:
    today = SHAPE.today(ChangesV1.model_validate(body))
    assert isinstance(today, Changes)
    assert today.model_dump(exclude_unset=True) == body


def test_what_is_the_same_in_both_is_not_touched() -> None:
    for value in (1, "text", Everything, None):
        assert SHAPE.today(value) is value
