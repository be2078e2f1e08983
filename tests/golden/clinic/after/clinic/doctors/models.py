"""The table of doctors."""

from decimal import Decimal
from enum import StrEnum

from keel.data import Model, Searched, choice
from sqlalchemy import Index
from sqlmodel import Field


class DoctorSpecialty(StrEnum):
    """Values of `Doctor.specialty`."""

    GENERAL = "general"
    CARDIOLOGY = "cardiology"
    DERMATOLOGY = "dermatology"
    PEDIATRICS = "pediatrics"


class Doctor(Model, table=True):
    """Somebody who treats patients."""

    __tablename__ = "doctors"
    __table_args__ = (Index(None, "name", "id"),)
    searched = Searched(name=1)

    name: str = Field(max_length=120)
    specialty: DoctorSpecialty = Field(
        default=DoctorSpecialty.GENERAL, sa_type=choice(DoctorSpecialty), index=True
    )
    hourly_rate: Decimal = Field(max_digits=8, decimal_places=2)
