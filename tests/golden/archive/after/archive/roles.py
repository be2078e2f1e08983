"""Roles of a caller."""

from enum import StrEnum


class Role(StrEnum):
    """What an account may be; each role includes those before it."""

    READER = "reader"
    KEEPER = "keeper"
