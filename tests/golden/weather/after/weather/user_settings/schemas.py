"""What callers send and receive about user settings."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from keel.data import MAX_INT, Input, LanguageCode, Output
from pydantic import MISSING, Field

from weather.user_settings.models import SettingsUnit

Alias = Annotated[str, Field(min_length=3, max_length=20)]
Decimals = Annotated[Decimal, Field(max_digits=3, decimal_places=1, ge=0, le=9)]
Low = Annotated[Decimal, Field(max_digits=5, decimal_places=2)]
High = Annotated[Decimal, Field(max_digits=5, decimal_places=2)]
Quota = Annotated[int, Field(ge=-MAX_INT, le=MAX_INT)]


class SettingsUpdate(Input):
    """What to change of your own settings; what is absent stays."""

    unit: SettingsUnit | MISSING = MISSING
    language: LanguageCode | MISSING = MISSING
    home_id: UUID | MISSING | None = MISSING
    alias: Alias | MISSING | None = MISSING
    decimals: Decimals | MISSING = MISSING
    low: Low | MISSING = MISSING
    high: High | MISSING = MISSING


class SettingsRead(Output):
    """What your own settings are."""

    unit: SettingsUnit
    language: str
    home_id: UUID | None
    alias: str | None
    decimals: Decimal
    low: Decimal
    high: Decimal
    quota: int
