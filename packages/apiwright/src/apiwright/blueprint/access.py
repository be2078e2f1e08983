"""Rules of access: from their words to values, and which rule includes which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apiwright.blueprint.model import Rule
from apiwright.blueprint.spelling import correction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apiwright.blueprint.mistakes import Report
    from apiwright.blueprint.places import Path

ANYONE, SIGNED_IN, OWNER, NOBODY = "anyone", "signed in", "owner", "nobody"
WORDS = (ANYONE, SIGNED_IN, OWNER, NOBODY)


def read_rule(text: str, roles: Sequence[str], path: Path, report: Report) -> Rule | None:
    """The rule that a text such as `owner | admin` means; `None` if nobody may."""
    terms: set[str] = set()
    offset = 0
    for part in text.split("|"):
        term = " ".join(part.split())
        if term in WORDS or term in roles:
            terms.add(term)
        else:
            at = offset + len(part) - len(part.lstrip())
            _refuse_term(term, roles, path, at, report)
        offset += len(part) + 1
    if NOBODY in terms and len(terms) > 1:
        report.add(path, "`nobody` is joined with others.", "Take `nobody` or the others out.")
    return _rule(terms - {NOBODY}, roles)


def covers(wide: Rule | None, narrow: Rule, roles: Sequence[str]) -> bool:
    """Whether everyone who meets `narrow` meets `wide`, on the same rows."""
    return wide is not None and _rule({*wide.terms, *narrow.terms}, roles) == wide


def _rule(terms: set[str], roles: Sequence[str]) -> Rule | None:
    for all_rows in (ANYONE, SIGNED_IN):
        if all_rows in terms:
            return Rule((all_rows,))
    weakest = [role for role in roles if role in terms][:1]
    found = (*(term for term in (OWNER,) if term in terms), *weakest)
    return Rule(found) if found else None


def _refuse_term(term: str, roles: Sequence[str], path: Path, at: int, report: Report) -> None:
    if report.is_wrong("roles"):
        return
    what = f"`{term}` is no role and no word of a rule." if term else "A rule lacks a word here."
    report.add(path, what, correction(term, (*WORDS, *roles)), offset=at)
