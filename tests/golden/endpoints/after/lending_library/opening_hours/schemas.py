"""What callers send and receive about opening hours."""

from enum import StrEnum
from typing import Annotated

from keel.data import Input, Output
from pydantic import Field


class CreateOpeningHoursDay(StrEnum):
    """Values of `CreateOpeningHours.day`."""

    MONDAY = "monday"
    FRIDAY = "friday"


class CreateOpeningHours(Input):
    """What `POST /opening-hours` takes."""

    day: CreateOpeningHoursDay
    opens: Annotated[str, Field(min_length=5, max_length=5, pattern=r"^[0-9:]+$")]


class CreateOpeningHoursAnswerDay(StrEnum):
    """Values of `CreateOpeningHoursAnswer.day`."""

    MONDAY = "monday"
    FRIDAY = "friday"


class CreateOpeningHoursAnswer(Output):
    """What `POST /opening-hours` answers."""

    day: CreateOpeningHoursAnswerDay
    minutes: int
