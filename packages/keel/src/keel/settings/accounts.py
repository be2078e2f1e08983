"""Settings of accounts: keys, how long things last, what passwords must be."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from keel.settings.refusal import SettingsError
from keel.settings.root import ORIGIN, Root, in_production

LONGEST_ACCESS_TOKEN_S = 86_400
KEY_BYTES = 32
KEY_LETTERS = 10  # a random key of that length has more different ones
HOW_TO_MAKE = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
PLACEHOLDER = re.compile("change|default|example|insecure|passw|secret", re.IGNORECASE)


class AccountSettings(Root):
    """What accounts rest on; without accounts, none of it means anything.

    Attributes:
        secret_key: What secrets of this backend derive from, the key of access tokens too unless
            there is a file; at least 32 bytes from a random source.
        signing_keys_file: The file with the keys that sign access tokens; `python -m
            keel.auth.keys rotate FILE` makes it.
        issuer_url: Where others reach this backend, without a path: what tokens of clients are
            from. The request never says it.
        access_token_s: Seconds an access token lives.
        refresh_token_s: Seconds until a person has to sign in again.
        sessions_per_account: Sign-ins of one person at once; one more ends the one that was used
            longest ago.
        password_min_length: Characters of the shortest password.
        password_blocklist_file: A file with passwords that nobody may have, one a line.
        password_tries: Wrong passwords for one account from one address, in 15 minutes.
        password_tries_per_address: The same for all accounts from one address.
        mails_per_account: Mails that one address asks for, to one account, in 15 minutes.
        mails_per_address: The same to all accounts.
        redis_url: Where Redis is, in which all processes count tries together; each counts by
            itself without it. Needs the extra `redis` of keel.
    """

    secret_key: SecretStr = SecretStr("")
    signing_keys_file: Path | None = None
    issuer_url: str = "http://127.0.0.1:8000"
    access_token_s: Annotated[int, Field(ge=1, le=LONGEST_ACCESS_TOKEN_S)] = 900
    refresh_token_s: Annotated[int, Field(ge=1)] = 2_592_000
    sessions_per_account: Annotated[int, Field(ge=1, le=1_000)] = 50
    password_min_length: Annotated[int, Field(ge=15, le=128)] = 15
    password_blocklist_file: Path | None = None
    password_tries: Annotated[int, Field(ge=1, le=10)] = 10
    password_tries_per_address: Annotated[int, Field(ge=10, le=100)] = 100
    mails_per_account: Annotated[int, Field(ge=1, le=10)] = 5
    mails_per_address: Annotated[int, Field(ge=10, le=1_000)] = 50
    redis_url: Annotated[str, Field(pattern="^(rediss?://|$)", repr=False)] = ""

    @field_validator("secret_key")
    @classmethod
    def _is_hard_to_guess(cls, key: SecretStr, info: ValidationInfo) -> SecretStr:
        text = key.get_secret_value()
        if (size := len(text.encode())) < KEY_BYTES:
            raise ValueError(f"It has {size} bytes; at least {KEY_BYTES} are needed. {HOW_TO_MAKE}")
        if in_production(info) and (PLACEHOLDER.search(text) or len(set(text)) < KEY_LETTERS):
            raise ValueError(f"It looks like a placeholder, not like a random key. {HOW_TO_MAKE}")
        return key

    @field_validator("issuer_url")
    @classmethod
    def _is_an_origin(cls, url: str) -> str:
        if not ORIGIN.fullmatch(url) or {"?", "#"} & {*url}:
            raise ValueError("It is no origin. Write ISSUER_URL=https://api.example.com")
        return url

    def refuse_without_issuer(self) -> None:
        """Refuse a production whose tokens are from nowhere. Source: RFC 8414 section 2.

        Raises:
            SettingsError: `ISSUER_URL` is no address by HTTPS.
        """
        if self.is_production and not self.issuer_url.startswith("https://"):
            said = "Say where clients reach this backend: ISSUER_URL=https://api.example.com"
            raise SettingsError.of({"ISSUER_URL": said})
