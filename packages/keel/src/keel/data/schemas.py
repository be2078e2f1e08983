"""Schemas: what callers send and what they receive."""

from pydantic import BaseModel, ConfigDict, JsonValue, field_validator

from keel.data.storable import refuse_unstorable


class Input(BaseModel):
    """What a caller sends: nothing undeclared, and nothing that cannot be stored."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _is_storable(cls, value: JsonValue) -> JsonValue:
        return refuse_unstorable(value)


class Output(BaseModel):
    """What a caller receives, taken from the attributes of a row."""

    model_config = ConfigDict(from_attributes=True)
