"""What all settings rest on: where this runs, and how values are read."""

import re
from typing import Any, Literal

from pydantic import BeforeValidator, ValidationError, ValidationInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from keel.settings.refusal import SettingsError

ORIGIN = re.compile(r"https?://[^/\s]+")


def _split(words: object) -> object:
    return [word.strip() for word in words.split(",")] if isinstance(words, str) else words


FromCommas = (NoDecode, BeforeValidator(_split))


class Root(BaseSettings):
    """Where a backend runs.

    Attributes:
        environment: Where this runs. Production refuses weak values, hides the docs, logs JSON
            and holds browsers to HTTPS.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    environment: Literal["development", "test", "production"] = "development"

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as failure:
            raise SettingsError.of_values(failure) from None

    @property
    def is_production(self) -> bool:
        """Whether strangers reach this backend."""
        return self.environment == "production"


def in_production(info: ValidationInfo) -> bool:
    """Whether the settings that are read are for production."""
    return info.data.get("environment") == "production"
