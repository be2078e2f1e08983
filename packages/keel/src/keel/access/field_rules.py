"""Rules of fields: who may read and who may write one member of a row."""

from dataclasses import dataclass

from keel.access.rules import Rule, anyone


@dataclass(frozen=True, slots=True)
class FieldRules:
    """Who, of those who reach a row, may read and write one of its fields.

    Attributes:
        read: Whose answers have it.
        write: Whose bodies may have it.
    """

    read: Rule = anyone
    write: Rule = anyone
