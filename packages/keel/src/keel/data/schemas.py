"""Schemas: what callers send and what they receive."""

from pydantic import (
    BaseModel,
    ConfigDict,
    JsonValue,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from keel.data.types.dates import kinds_of_time, refuse_other_forms
from keel.data.types.numbers import kinds_of_number, refuse_mixed
from keel.data.types.storable import refuse_unstorable

MAX_NAMES = 1_000


class Declared(BaseModel):
    """What a caller sends: nothing undeclared."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _has_few_names(cls, values: object) -> object:
        # Each name that is not declared costs an error of its own.
        if isinstance(values, dict) and len(values) > MAX_NAMES:  # pyright: ignore[reportUnknownArgumentType] - of whatever it is
            raise PydanticCustomError(
                "too_many_names", "Input should have at most {most} names", {"most": MAX_NAMES}
            )
        return values  # pyright: ignore[reportUnknownVariableType] - checked field by field


class Input(Declared):
    """What a caller sends: nothing undeclared, and nothing that cannot be stored."""

    @field_validator("*", mode="before")
    @classmethod
    def _is_storable(cls, value: JsonValue, info: ValidationInfo) -> JsonValue:
        if name := info.field_name:
            refuse_mixed(value, kinds_of_number(cls, name))
            if kinds := kinds_of_time(cls, name):
                refuse_other_forms(value, kinds)
        return refuse_unstorable(value)


class Output(BaseModel):
    """What a caller receives, taken from the attributes of a row."""

    model_config = ConfigDict(from_attributes=True, hide_input_in_errors=True)
