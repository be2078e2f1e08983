"""The settings of every backend."""

import re
from typing import Annotated, Literal

from pydantic import Field, IPvAnyNetwork, ValidationInfo, field_validator

from keel.settings.accounts import AccountSettings
from keel.settings.mail import MailSettings
from keel.settings.root import ORIGIN, FromCommas, in_production

DATABASE = re.compile(r"(sqlite|postgresql)(\+\w+)?://\S*")


class Settings(MailSettings, AccountSettings):
    """What differs between your machine, the tests and production.

    A list is written with commas: `CORS_ORIGINS=https://a.example,https://b.example`.

    Raises:
        SettingsError: Something is missing, malformed, or too weak for `environment`.

    Attributes:
        database_url: Where the database is, with an async driver.
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

    database_url: str = Field(repr=False)
    cors_origins: Annotated[list[str], *FromCommas] = Field(default=[])
    body_limit_bytes: Annotated[int, Field(ge=1)] = 1_048_576
    docs: bool = Field(default_factory=lambda known: known["environment"] != "production")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = Field(
        default_factory=lambda known: "json" if known["environment"] == "production" else "console"
    )
    trusted_hosts: Annotated[list[str], *FromCommas] = Field(default=[])
    trusted_proxies: Annotated[list[IPvAnyNetwork], *FromCommas] = Field(default=[])
    pool_size: Annotated[int, Field(ge=1)] = 10
    pool_wait_s: Annotated[float, Field(gt=0)] = 1.5
    statement_timeout_s: Annotated[float, Field(gt=0)] = 5.0

    @field_validator("database_url")
    @classmethod
    def _is_known(cls, url: str) -> str:
        if not DATABASE.fullmatch(url):
            raise ValueError(
                "It is no address of SQLite or Postgres. Write `sqlite+aiosqlite:///shop.db` or "
                "`postgresql+asyncpg://user:password@host/name`"
            )
        return url

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: list[str], info: ValidationInfo) -> list[str]:
        if "*" in origins and in_production(info):
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
        if level == "debug" and in_production(info):
            raise ValueError("`debug` may log what people send. Set LOG_LEVEL=info")
        return level
