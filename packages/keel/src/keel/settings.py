"""Settings, read once from the environment and `.env`; weak ones do not start."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

KEY_BYTES = 32
KEY_LETTERS = 10  # a random key of that length has more different ones
HOW_TO_MAKE = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
PLACEHOLDER = re.compile("change|default|example|insecure|passw|secret", re.IGNORECASE)
ORIGIN = re.compile(r"https?://[^/\s]+")
DATABASE = re.compile(r"(sqlite|postgresql)(\+\w+)?://\S*")


class SettingsError(SystemExit):
    """Settings that a backend must not start with; ends the process and names each."""


def _split(words: object) -> object:
    return [word.strip() for word in words.split(",")] if isinstance(words, str) else words


FromCommas = (NoDecode, BeforeValidator(_split))


class Settings(BaseSettings):
    """What differs between your machine, the tests and production.

    A list is written with commas: `CORS_ORIGINS=https://a.example,https://b.example`.

    Raises:
        SettingsError: Something is missing, malformed, or too weak for `environment`.

    Attributes:
        environment: Where this runs. Production refuses weak values, hides the docs, logs JSON
            and holds browsers to HTTPS.
        database_url: Where the database is, with an async driver.
        secret_key: Signs tokens; at least 32 bytes from a random source.
        access_token_s: Seconds an access token lives.
        refresh_token_s: Seconds until a person has to sign in again.
        password_min_length: Characters of the shortest password.
        cors_origins: Origins of the web pages that may call this backend.
        body_limit_bytes: Size of the largest request body.
        docs: Whether `/docs` and `/openapi.json` are served.
        log_level: The lowest level that is logged.
        log_format: Lines for eyes, or for machines.
        trusted_hosts: Host names to answer to, also `*.example.com`; none named: any.
        trusted_proxies: Addresses and networks whose `X-Forwarded-*` headers are believed.
        pool_size: Database connections that one process holds.
        pool_wait_s: Seconds a request waits for one of them.
        statement_timeout_s: Seconds after which the database gives a statement up.
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
    database_url: str = Field(repr=False)
    secret_key: SecretStr = SecretStr("")
    access_token_s: Annotated[int, Field(ge=1, le=86_400)] = 900
    refresh_token_s: Annotated[int, Field(ge=1)] = 2_592_000
    password_min_length: Annotated[int, Field(ge=15, le=128)] = 15
    cors_origins: Annotated[list[str], *FromCommas] = []
    body_limit_bytes: Annotated[int, Field(ge=1)] = 1_048_576
    docs: bool = Field(default_factory=lambda known: known["environment"] != "production")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = Field(
        default_factory=lambda known: "json" if known["environment"] == "production" else "console"
    )
    trusted_hosts: Annotated[list[str], *FromCommas] = []
    trusted_proxies: Annotated[list[IPvAnyNetwork], *FromCommas] = []
    pool_size: Annotated[int, Field(ge=1)] = 10
    pool_wait_s: Annotated[float, Field(gt=0)] = 1.5
    statement_timeout_s: Annotated[float, Field(gt=0)] = 5.0

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as failure:
            raise SettingsError(_complaint(failure)) from None

    @property
    def is_production(self) -> bool:
        """Whether strangers reach this backend."""
        return self.environment == "production"

    @field_validator("database_url")
    @classmethod
    def _is_known(cls, url: str) -> str:
        if not DATABASE.fullmatch(url):
            raise ValueError(
                "It is no address of SQLite or Postgres. Write `sqlite+aiosqlite:///shop.db` or "
                "`postgresql+asyncpg://user:password@host/name`"
            )
        return url

    @field_validator("secret_key")
    @classmethod
    def _is_hard_to_guess(cls, key: SecretStr, info: ValidationInfo) -> SecretStr:
        text = key.get_secret_value()
        if (size := len(text.encode())) < KEY_BYTES:
            raise ValueError(f"It has {size} bytes; at least {KEY_BYTES} are needed. {HOW_TO_MAKE}")
        if _in_production(info) and (PLACEHOLDER.search(text) or len(set(text)) < KEY_LETTERS):
            raise ValueError(f"It looks like a placeholder, not like a random key. {HOW_TO_MAKE}")
        return key

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: list[str], info: ValidationInfo) -> list[str]:
        if "*" in origins and _in_production(info):
            raise ValueError(
                "`*` lets every web page call this backend. Name the pages' origins: "
                "CORS_ORIGINS=https://app.example.com"
            )
        for origin in origins:
            if origin != "*" and not ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"`{origin}` is not an origin. Write scheme and host, no path and no slash "
                    "at the end: CORS_ORIGINS=https://app.example.com"
                )
        return origins

    @field_validator("log_level")
    @classmethod
    def _tells_no_secrets(cls, level: str, info: ValidationInfo) -> str:
        if level == "debug" and _in_production(info):
            raise ValueError("`debug` may log what people send. Set LOG_LEVEL=info")
        return level


class SettingsWithFiles(Settings):
    """Settings of a backend that keeps files.

    Attributes:
        files_dir: The folder where files are kept, on a disk that lasts.
    """

    files_dir: Path = Field(
        default_factory=lambda known: Path("" if known["environment"] == "production" else ".files")
    )

    @field_validator("files_dir")
    @classmethod
    def _is_named(cls, path: Path) -> Path:
        if path == Path():
            raise ValueError(
                "It names no folder. Name one on a disk that lasts: FILES_DIR=/var/lib/shop/files"
            )
        return path


def _in_production(info: ValidationInfo) -> bool:
    return info.data.get("environment") == "production"


def _complaint(failure: ValidationError) -> str:
    lines = [
        f"  {str(error['loc'][0]).upper()}: {_reason(error['type'], error['msg'])}"
        for error in failure.errors(include_url=False, include_context=False, include_input=False)
        if error["type"] != "default_factory_not_called"
    ]
    return "\n".join(["error: The settings do not allow a start.", *lines])


def _reason(kind: str, message: str) -> str:
    if kind == "missing":
        return "It is not set. Set it in the environment or in `.env`."
    return message.removeprefix("Value error, ")
