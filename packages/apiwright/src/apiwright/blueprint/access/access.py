"""Who may do what, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a thing: `anyone`, `signed in`, role names, and what holds on some rows.

    Any of the terms is enough. `owner`, `owner of project`, `member`, `member of project as lead`
    hold on some rows; `terms.py` reads them. `may refund` holds for accounts that were let.

    Canonical: a stronger role is left out where a weaker one stands, and `anyone` or `signed in`
    stand alone, so that two rules are equal when they mean the same.
    """

    terms: tuple[str, ...]

    def __str__(self) -> str:
        return " | ".join(self.terms)

    @property
    def is_public(self) -> bool:
        """Whether no sign-in is needed."""
        return self.terms == ("anyone",)


@dataclass(frozen=True, slots=True)
class Access:
    """The rule of each operation; `None` means nobody, so the operation does not exist.

    Attributes:
        restore: Of bringing back a row that was deleted and kept.
        purge: Of deleting one of those for good.
    """

    list: Rule | None
    read: Rule | None
    create: Rule | None
    update: Rule | None
    delete: Rule | None
    restore: Rule | None = None
    purge: Rule | None = None


NO_ACCESS = Access(list=None, read=None, create=None, update=None, delete=None)
