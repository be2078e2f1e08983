"""The table of user settings."""

from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from keel.data import Compared, Singleton, choice
from sqlmodel import Field


class SettingsUnit(StrEnum):
    """Values of `Settings.unit`."""

    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"
    KELVIN = "kelvin"


class Settings(Singleton, table=True):
    """How somebody likes to see readings."""

    __tablename__ = "user_settings"
    __table_args__ = (Compared("high", ">=", "low"),)

    unit: SettingsUnit = Field(default=SettingsUnit.CELSIUS, sa_type=choice(SettingsUnit))
    language: str = Field(default="en", max_length=2)
    home_id: UUID | None = Field(
        default=None, foreign_key="stations.id", ondelete="SET NULL", index=True
    )
    alias: str | None = Field(default=None, max_length=20, unique=True)
    decimals: Decimal = Field(default=Decimal("1"), max_digits=3, decimal_places=1)
    low: Decimal = Field(default=Decimal("-10"), max_digits=5, decimal_places=2)
    high: Decimal = Field(default=Decimal("35"), max_digits=5, decimal_places=2)
    quota: int = 100
